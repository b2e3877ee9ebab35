// A store with a row or more in every table, and all that a View shows of it as one text.
#pragma once

#include <memory>
#include <string>

#include "storage/sqlite_store.hpp"

namespace duban::test {

BasisTexts sample_basis();
Entry sample_entry(std::int64_t second);
Task sample_task(int no);
Escalation sample_escalation(int no, int occurrence, std::int64_t entry);

/// The error's code and sentence, or "ok".
template <class T>
std::string outcome(const Result<T>& result) {
  if (result) return "ok";
  return std::string(to_text(result.error().code)) + ": " + to_text(result.error().message);
}

/// Makes a store of `entries` log entries at `path`, three tasks and everything else.
std::unique_ptr<SqliteStore> sample_store(const std::string& path, int entries = 20);

/// Everything that the view answers, errors included.
std::string everything(View& view);
std::string everything(Store& store);

/// Runs SQL past every safeguard, as somebody with an editor would.
void tamper(const std::string& path, const std::string& sql);

}  // namespace duban::test
