/* SPDX-License-Identifier: GPL-3.0-or-later */
#include "backend/bank/sme-bank-html.h"

#include <string.h>

/* Colours are the browser's own, so that contrast is right in light and in dark. */
#define STYLE \
  ":root{color-scheme:light dark}body{font:1.1rem/1.5 sans-serif;max-width:32rem;margin:2rem " \
  "auto;" \
  "padding:0 1rem;overflow-wrap:anywhere}h1{font-size:1.6rem}button,input{font:inherit}" \
  "button,a.button{display:inline-block;font:inherit;padding:.7rem 1.5rem;margin:.3rem .3rem " \
  ".3rem " \
  "0;min-height:2.75rem;box-sizing:border-box}input{padding:.5rem;max-width:100%%}" \
  "a.button{border:2px solid;border-radius:.4rem;text-decoration:none}" \
  "p.warn{border:2px solid;padding:.7rem}dt{opacity:.75}dd{margin:0 0 .7rem;font-weight:bold}" \
  ":focus-visible{outline:3px solid;outline-offset:2px}"

const char *
sme_bank_say (SmeCall *call, const char *vi, const char *en)
{
  return g_str_equal (call->language, "en") ? en : vi;
}

SmeReply *
sme_bank_html_new (SmeCall *call,
                   guint status,
                   const char *title,
                   gboolean warns,
                   const char *content)
{
  g_autofree char *warning =
    !warns
      ? g_strdup ("")
      : g_strdup_printf (
          "<p class=\"warn\">%s</p>",
          sme_bank_say (call, "Không chuyển tiền thật: ngân hàng này chỉ có trên máy tính này.",
                        "No real money moves: this bank exists on this computer only."));
  g_autofree char *html = g_strdup_printf (
    "<!DOCTYPE html><html lang=\"%s\"><head><meta charset=\"utf-8\"><title>%s</title><meta"
    " name=\"viewport\" content=\"width=device-width\"><style>" STYLE
    "</style></head><body><main><h1>%s</h1>%s%s</main></body></html>",
    call->language, title, title, warning, content);
  g_autoptr (GBytes) body = g_bytes_new (html, strlen (html));

  return sme_reply_new (status, "text/html; charset=utf-8", body);
}

SmeReply *
sme_bank_html_new_gone (SmeCall *call)
{
  g_autofree char *content = g_strdup_printf (
    "<p>%s</p>",
    sme_bank_say (call, "Liên kết này đã được dùng hoặc không đúng. Anh/Chị mở lại từ OneSME.",
                  "This link was used before or is wrong. Open it again from OneSME."));

  return sme_bank_html_new (
    call, 410, sme_bank_say (call, "Ngân hàng trình diễn", "Demonstration bank"), TRUE, content);
}
