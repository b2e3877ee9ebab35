// From the tables of a document to the lines of a plan: header found, columns told apart.
#pragma once

#include <optional>
#include <string>
#include <unordered_set>
#include <vector>

#include "engine/model/plan.hpp"
#include "intake/document.hpp"
#include "intake/heading.hpp"
#include "intake/plan_facts.hpp"
#include "intake/plan_line.hpp"

namespace duban::intake {

/// What a walk over a document learns beside its lines.
struct Walk {
  PlanFacts facts;
  bool has_header = false;
  std::vector<Doubt> doubts = {};              ///< what was left out
  std::vector<std::string> kept = {};          ///< headings of columns and labels kept as they are
  std::unordered_set<std::string> known = {};  ///< the same
  void keep(const std::string& heading);
  void doubt(std::string place, Message message);
};

/// How the two work columns of a table stand to each other, where it has two.
enum class TwoWorks : std::uint8_t {
  joined,  ///< both tell the work
  under,   ///< the first is merged over several tasks: they stand under it
};

/// Hands every line below the plan's headers to `take`, in order; headers on later pages, rows
/// without text, and tables that are not the plan's are left out. Fails with Errc::bad_file, and
/// says what was found and what is wanted, when no table has the headings of a plan.
Result<Walk> walk_tables(const Document& document, const std::string& file, TwoWorks two_works,
                         const TakeLine& take);

/// A row below the header as a line.
Line line_of(const Row& row, const Columns& columns);

}  // namespace duban::intake
