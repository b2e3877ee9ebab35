#include "engine/log/assign_row.hpp"

#include "engine/base/json_scanner.hpp"
#include "engine/model/words.hpp"

namespace duban {

namespace {

void pairs_in(JsonScanner& scan, TextPairs& pairs) {
  scan.items([&] {
    auto& [name, text] = pairs.emplace_back();
    scan.literal("[");
    name = unescaped(scan.string());
    scan.literal(",");
    text = unescaped(scan.string());
    scan.literal("]");
  });
}

}  // namespace

std::optional<PlanRow> row_of(const EntryGlance& seen) {
  if (!seen.key) return std::nullopt;
  std::optional<PlanRow> row(std::in_place);
  row->key = *seen.key;
  Deadline& deadline = row->deadline;
  JsonScanner scan(seen.data);
  bool whole = true;  // what is empty does not stand there
  scan.literal("{");
  if (scan.take_literal("\"address\":")) {
    row->address = unescaped(scan.string());
    whole = !row->address.empty();
    scan.literal(",");
  }
  scan.literal("\"co\":");
  scan.items([&] { row->co.push_back(unescaped(scan.string())); });
  scan.literal(",\"content\":");
  row->content = unescaped(scan.string());
  if (scan.take_literal(",\"corrections\":")) {
    scan.items([&] {
      Correction& made = row->corrections.emplace_back();
      scan.literal("{\"corrected\":");
      made.corrected = unescaped(scan.string());
      scan.literal(",\"field\":");
      made.field = unescaped(scan.string());
      scan.literal(",\"read\":");
      made.read = unescaped(scan.string());
      scan.literal(",\"why\":");
      made.why = unescaped(scan.string());
      scan.literal("}");
    });
    whole = whole && !row->corrections.empty();
  }
  scan.literal(",\"deadline\":");
  row->deadline_text = unescaped(scan.string());
  if (scan.take_literal(",\"doubts\":")) {
    scan.items([&] {
      FieldDoubt& doubt = row->doubts.emplace_back();
      scan.literal("{\"field\":");
      doubt.field = unescaped(scan.string());
      scan.literal(",\"text\":");
      doubt.message.text = unescaped(scan.string());
      scan.literal(",\"values\":");
      pairs_in(scan, doubt.message.values);
      scan.literal("}");
    });
    whole = whole && !row->doubts.empty();
  }
  scan.literal(",\"due\":");
  deadline.ongoing = scan.take_null();
  if (!deadline.ongoing) deadline.due = scan.date();
  scan.literal(",\"every\":");
  deadline.every = scan.word_or_null<CycleUnit>(parse_cycle_unit);
  if (scan.take_literal(",\"extra\":")) {
    pairs_in(scan, row->extra);
    whole = whole && !row->extra.empty();
  }
  scan.literal(",\"lead\":");
  row->lead = unescaped(scan.string());
  scan.literal(",\"ongoing\":");
  if (scan.boolean() != deadline.ongoing) return std::nullopt;
  scan.literal(",\"titles\":");
  scan.items([&] { row->titles.push_back(unescaped(scan.string())); });
  row->urgent = scan.take(',');
  if (row->urgent) scan.literal("\"urgent\":true");
  scan.literal("}");
  if (!scan.ok() || !whole) return std::nullopt;
  return row;
}

}  // namespace duban
