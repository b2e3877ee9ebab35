// Tables and paragraphs of a page saved from a web site, as rows.
#pragma once

#include <memory>
#include <string>

#include "intake/document.hpp"
#include "intake/text_lines.hpp"

namespace duban::intake {

/// Scripts, navigation and what is hidden are left out; a table around another one only places it.
/// Errc::io when the machine lacks libxml2.
Result<std::unique_ptr<Document>> make_html(const std::string& path, const std::string& shown,
                                            Encoding encoding);

}  // namespace duban::intake
