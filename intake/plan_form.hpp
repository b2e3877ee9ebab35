// Which form a document has: a table, a table that lost its cells, or paragraphs.
#pragma once

#include "intake/plan_flat.hpp"
#include "intake/plan_text.hpp"

namespace duban::intake {

enum class Form : std::uint8_t { table, flat, text };

struct FoundForm {
  Form form = Form::table;
  TwoWorks two_works = TwoWorks::joined;
  bool offices_first = false;  ///< of a text: 由甲局牵头，乙局配合，6月底前完成…
};

/// Looks over the document, no further than it must.
Result<FoundForm> find_form(const Document& document, const ResponsibilityReader& offices);

/// Hands the document's lines to `take`.
Result<Walk> walk(const Document& document, const std::string& file, const FoundForm& form,
                  const ResponsibilityReader& offices, const TakeLine& take);

}  // namespace duban::intake
