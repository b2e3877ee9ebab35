// libxml2's reader of HTML, opened when the first page is.
#pragma once

#include <libxml/HTMLparser.h>

#include "engine/base/error.hpp"

namespace duban::intake {

/// The functions that html.cpp calls. Linked, libxml2 would bring ICU with its thirty megabytes
/// into each process, and only an import of a page needs it (docs/decisions/0010).
struct HtmlLibrary {
  decltype(&htmlCreatePushParserCtxt) create;
  decltype(&htmlCtxtUseOptions) use_options;
  decltype(&htmlParseChunk) parse;
  decltype(&htmlFreeParserCtxt) free;
};

/// Opened by the first call and kept. Errc::io when the machine has no libxml2, or not this one.
Result<const HtmlLibrary*> html_library();

}  // namespace duban::intake
