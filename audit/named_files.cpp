#include "audit/named_files.hpp"

#include <algorithm>

#include "engine/log/sha256.hpp"

namespace duban::audit {

namespace {

std::string text_in(const Value& value, std::string_view name) {
  const Value* found = value.find(name);
  return found && found->text() ? *found->text() : std::string();
}

std::string bringer(const Entry& entry) {
  const std::string recorded_for = text_in(entry.data, "for");
  const std::string& department = recorded_for.empty() ? entry.department : recorded_for;
  if (department.empty() || department == entry.actor) return entry.actor;
  return department + " (" + entry.actor + ")";
}

}  // namespace

void NamedFiles::add(NamedFile file) {
  if (is_hash_text(file.sha256)) files_.try_emplace(file.sha256, std::move(file));
}

void NamedFiles::add(std::int64_t seq, const Entry& entry) {
  NamedFile file;
  file.seq = seq;
  file.task = entry.task;
  const Value* evidence = entry.data.find("evidence");
  const Value* basis = entry.data.find("basis");
  file.by = bringer(entry);
  if (evidence && evidence->array()) {
    for (const Value& each : *evidence->array()) {
      file.sha256 = text_in(each, "sha256");
      file.name = text_in(each, "name");
      const Value* size = each.find("size");
      file.size = size && size->integer() ? *size->integer() : -1;
      add(file);
      if (file.task && known_.emplace(*file.task, file.sha256).second) evidence_.push_back(file);
    }
  }
  file.size = -1;
  file.sha256 = text_in(entry.data, "sha256");
  file.name = text_in(entry.data, "file");
  add(file);
  if (!basis) return;
  file.name.clear();
  file.sha256 = entry.basis;
  add(file);
  for (const char* text : {"rules", "calendar", "directory"}) {
    file.sha256 = text_in(*basis, text);
    add(file);
  }
}

std::vector<NamedFile> NamedFiles::in_order() const {
  std::vector<NamedFile> list;
  for (const auto& [hash, file] : files_) list.push_back(file);
  std::stable_sort(list.begin(), list.end(),
                   [](const NamedFile& a, const NamedFile& b) { return a.seq < b.seq; });
  return list;
}

}  // namespace duban::audit
