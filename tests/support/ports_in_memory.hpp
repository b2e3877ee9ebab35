// What an operation needs of the world but a store: a clock that stands still, files, rules and
// documents in memory.
#pragma once

#include <map>

#include "engine/log/sha256.hpp"
#include "engine/operations/duban.hpp"
#include "rules/load.hpp"

namespace duban::test {

struct StillClock final : Clock {
  Instant time = parse_instant("2017-01-03T01:00:00Z").value();
  Instant now() const override { return time; }
};

/// Files are what `files` says, by path; others hold their own path.
struct MemoryVault final : Vault {
  std::map<std::string, std::string> files;
  std::map<std::string, std::string> kept;  // by hash

  std::string bytes(const std::string& path) const {
    const auto known = files.find(path);
    return known == files.end() ? path : known->second;
  }
  Result<Attachment> inspect(const std::string& path) override {
    const std::string text = bytes(path);
    return Attachment{sha256_hex(text), path, static_cast<std::int64_t>(text.size())};
  }
  Status keep(const std::string& path, const std::string& sha256) override {
    kept[sha256] = bytes(path);
    return {};
  }
  Result<std::string> keep_bytes(std::string_view bytes) override {
    std::string hash = sha256_hex(bytes);
    kept[hash] = bytes;
    return hash;
  }
  Result<std::string> read(const std::string& sha256) override {
    const auto known = kept.find(sha256);
    if (known == kept.end()) return failed(Errc::not_found, "no file {hash}", {{"hash", sha256}});
    return known->second;
  }
  Status show_kept(const std::string& sha256,
                   const std::function<Status(std::string_view)>& sink) override {
    DUBAN_TRY(const std::string bytes, read(sha256));
    return sink(bytes);
  }
};

struct PlainCompiler final : BasisCompiler {
  std::map<std::string, std::shared_ptr<const Basis>> known;

  Result<std::shared_ptr<const Basis>> compile(const std::string& hash,
                                               const BasisTexts& texts) override {
    if (known.count(hash) == 0) {
      Checked<Rules> rules = load_rules(texts.rules, "rules.yaml");
      if (!rules) return tl::make_unexpected(rules.error().front());
      DUBAN_TRY(Calendar calendar, Calendar::parse(texts.calendar));
      DUBAN_TRY(Directory directory, Directory::parse(texts.directory));
      DUBAN_TRY(Zone zone, Zone::find(rules->timezone));
      known[hash] = std::make_shared<const Basis>(Basis{
          hash, std::move(*rules), std::move(calendar), std::move(directory), std::move(zone)});
    }
    return known.at(hash);
  }
};

/// Rows that stand in memory, as if they had been read from a document.
struct RowOpener final : PlanOpener {
  struct Source final : PlanSource {
    std::vector<PlanRow> rows;
    std::optional<Date> day;
    std::string file() const override { return "plan.docx"; }
    std::optional<Date> issued() const override { return day; }
    Checked<PlanSummary> read(const std::function<Status(const PlanRow&)>& sink) override {
      PlanSummary summary;
      summary.title = "任务分工表";
      summary.tasks = static_cast<int>(rows.size());
      for (const PlanRow& row : rows) {
        if (Status taken = sink(row); !taken) return tl::unexpected(Errors{taken.error()});
      }
      return summary;
    }
  };
  std::vector<PlanRow> rows;

  Checked<std::unique_ptr<PlanSource>> open(const std::string&, const Directory&,
                                            std::optional<Date> issued) override {
    auto source = std::make_unique<Source>();
    source->rows = rows;
    source->day = issued;
    return source;
  }
};

}  // namespace duban::test
