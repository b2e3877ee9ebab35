#include "engine/log/assign_row.hpp"

#include "engine/base/json_scanner.hpp"
#include "engine/model/words.hpp"

namespace duban {

std::optional<PlanRow> row_of(const EntryGlance& seen) {
  if (!seen.key) return std::nullopt;
  std::optional<PlanRow> row(std::in_place);
  row->key = *seen.key;
  Deadline& deadline = row->deadline;
  JsonScanner scan(seen.data);
  scan.literal("{\"co\":");
  scan.items([&] { row->co.push_back(unescaped(scan.string())); });
  scan.literal(",\"content\":");
  row->content = unescaped(scan.string());
  scan.literal(",\"deadline\":");
  row->deadline_text = unescaped(scan.string());
  scan.literal(",\"due\":");
  deadline.ongoing = scan.take_null();
  if (!deadline.ongoing) deadline.due = scan.date();
  scan.literal(",\"every\":");
  deadline.every = scan.word_or_null<CycleUnit>(parse_cycle_unit);
  scan.literal(",\"lead\":");
  row->lead = unescaped(scan.string());
  scan.literal(",\"ongoing\":");
  if (scan.boolean() != deadline.ongoing) return std::nullopt;
  scan.literal(",\"titles\":");
  scan.items([&] { row->titles.push_back(unescaped(scan.string())); });
  row->urgent = scan.take(',');
  if (row->urgent) scan.literal("\"urgent\":true");
  scan.literal("}");
  if (!scan.ok()) return std::nullopt;
  return row;
}

}  // namespace duban
