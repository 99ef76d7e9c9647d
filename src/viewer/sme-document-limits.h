/* SPDX-License-Identifier: GPL-3.0-or-later */
#pragma once

/* What a file may ask of us. Contracts have a few pages of A4; the limits are far above them and
 * far below what hurts, and hold on hostile files. */

/* Bytes of a file. */
#define SME_DOCUMENT_MAX_BYTES (256 * 1024 * 1024)

/* Pages; each costs some bytes here and one look into the file at opening. */
#define SME_DOCUMENT_MAX_PAGES 20000

/* Points along a side; larger pages are shown smaller. ISO 32000-1, annex C.2: 14,400 units. */
#define SME_PAGE_MAX_POINTS 14400.0

/* Pixels of one rendered piece of a page (144 MB: a window on an 8K screen), and along its side
 * (what GL takes anywhere). */
#define SME_PAGE_MAX_PIXELS (36 * 1024 * 1024)
#define SME_PAGE_MAX_PIXEL_SIDE 8192

/* Bytes of text of one page. */
#define SME_PAGE_MAX_TEXT (256 * 1024)

/* Bytes of an address, links of a page, headings and their depth; pages looked through for fonts.
 */
#define SME_LINK_MAX_BYTES 2048
#define SME_PAGE_MAX_LINKS 1000
#define SME_OUTLINE_MAX_ITEMS 5000
#define SME_OUTLINE_MAX_DEPTH 24
#define SME_FACTS_MAX_FONT_PAGES 50

/* Pixels of a picture in the file: A3 at 600 dots per inch, and half as much again. */
#define SME_IMAGE_MAX_PIXELS 105e6

/* Bytes that the process for pages may ask the system for, all libraries and fonts included. */
#define SME_PAGES_MAX_MEMORY (1536ul * 1024 * 1024)
