/* SPDX-License-Identifier: GPL-3.0-or-later */
/* An empty window of the toolkit that evince uses, which is not one that this project builds with.
 */
#include <dlfcn.h>
#include <stddef.h>

int
main (void)
{
  void *gtk = dlopen ("libgtk-3.so.0", RTLD_NOW);
  void (*init) (int *, char ***);
  void *(*window_new) (int);
  void (*show) (void *);
  void (*resize) (void *, int, int);
  void (*run) (void);
  void *window;

  if (gtk == NULL)
    return 1;
  *(void **) &init = dlsym (gtk, "gtk_init");
  *(void **) &window_new = dlsym (gtk, "gtk_window_new");
  *(void **) &show = dlsym (gtk, "gtk_widget_show_all");
  *(void **) &resize = dlsym (gtk, "gtk_window_set_default_size");
  *(void **) &run = dlsym (gtk, "gtk_main");
  if (init == NULL || window_new == NULL || show == NULL || resize == NULL || run == NULL)
    return 1;
  init (NULL, NULL);
  window = window_new (0);
  resize (window, 622, 610);
  show (window);
  run ();
  return 0;
}
