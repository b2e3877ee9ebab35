#include "rehearsal/memory_workspace.hpp"

#include "engine/log/sha256.hpp"

namespace duban {
namespace {

constexpr const char* maker = "rehearsal";  // the account, and the admin that comes with it

/// Nobody reads it: the time of a rehearsal is given.
class NoClock final : public Clock {
 public:
  Instant now() const override { return {}; }
};
const NoClock no_clock;

class RowSource final : public PlanSource {
 public:
  RowSource(const std::vector<PlanRow>& rows, std::optional<Date> issued)
      : rows_(rows), issued_(issued) {}
  std::string file() const override { return maker; }
  std::optional<Date> issued() const override { return issued_; }
  Checked<PlanSummary> read(const std::function<Status(const PlanRow&)>& sink) override {
    PlanSummary summary;
    summary.tasks = static_cast<int>(rows_.size());
    for (const PlanRow& row : rows_) {
      if (Status taken = sink(row); !taken) return tl::unexpected(Errors{taken.error()});
    }
    return summary;
  }

 private:
  const std::vector<PlanRow>& rows_;
  std::optional<Date> issued_;
};

class RowOpener final : public PlanOpener {
 public:
  explicit RowOpener(std::vector<PlanRow> rows) : rows_(std::move(rows)) {}
  Checked<std::unique_ptr<PlanSource>> open(const std::string&, const Directory&,
                                            std::optional<Date> issued) override {
    return std::make_unique<RowSource>(rows_, issued);
  }

 private:
  std::vector<PlanRow> rows_;
};

}  // namespace

Result<Attachment> NameVault::inspect(const std::string& path) {
  return Attachment{sha256_hex(path), path, static_cast<std::int64_t>(path.size())};
}

Result<std::string> NameVault::keep_bytes(std::string_view bytes) { return sha256_hex(bytes); }

Result<std::string> NameVault::read(const std::string& sha256) {
  return failed(Errc::not_found, "the file {file} is missing", {{"file", sha256}});
}

Status NameVault::show_kept(const std::string& sha256,
                            const std::function<Status(std::string_view)>&) {
  return read(sha256).map([](const std::string&) {});
}

World MemoryWorkspace::world(const std::string& at, const std::string& as) {
  World world{store_, vault_, no_clock, compiler_, maker};
  world.as = as.empty() ? maker : as;
  world.at = at;
  return world;
}

Status MemoryWorkspace::init(const std::string& at, const BasisTexts& texts,
                             const DirectoryFile& people) {
  InitRequest request;
  request.workspace = "0000000000000000";
  request.rehearsal = true;
  request.texts = texts;
  request.people = people;
  return init_workspace(world(at), request);
}

Status MemoryWorkspace::import(const std::string& at, const ImportRequest& plan,
                               std::vector<PlanRow> rows) {
  RowOpener opener(std::move(rows));
  ImportRequest request = plan;
  request.path = maker;
  const Checked<ImportReceipt> receipt = import_plan(world(at), opener, request);
  if (!receipt) return tl::make_unexpected(receipt.error().front());
  return {};
}

}  // namespace duban
