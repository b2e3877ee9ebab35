// Nobody judges his own work: not as another actor of his, nor after an admin moved him or the
// house while it stood.
#include <boost/test/data/test_case.hpp>

#include "audit/compare.hpp"
#include "audit/replay.hpp"
#include "engine/log/entry_text.hpp"
#include "engine/operations/activation.hpp"
#include "tests/support/office.hpp"

namespace data = boost::unit_test::data;

namespace duban::test {
namespace {

/// One day for everything: what comes first must be told from what comes after without a clock.
constexpr const char* day = "2017-03-01";

/// A task led by 省经信委, with a coordinator 王芳 of the 督查室.
struct Scene {
  MemoryStore store;
  Office office{store};

  Scene() {
    office.init("2017-01-03");
    actor({"王芳", "省政府督查室", "王芳", {}});
    office.import(day, "p1",
                  {row(1, 1, "省经信委", {"省安监局"}, {false, make_date(2017, 6, 30), {}})});
  }

  void actor(const Actor& actor) { must(add_actor(office.world(day, "root"), actor)); }
  void end(const char* id) { must(end_actor(office.world(day, "root"), id)); }
  void houses(const char* department, const char* house) {
    std::vector<Department> all = must(store.read())->basis_texts(texts().first).value()
                                      ? Directory::parse(texts().second.directory)->departments()
                                      : std::vector<Department>();
    for (Department& each : all) {
      if (each.name == department) each.housed_in = house;
    }
    must(activate(office.world(day, "root"), BasisPart::directory, Directory(std::move(all)).text(),
                  {}, Event::activate, {}));
  }
  void report(const char* as, bool for_lead = true) {
    office.step(day, as,
                {.event = Event::report,
                 .task = "1.1.1",
                 .note = "已完成",
                 .evidence = {"a.pdf"},
                 .without = {"省安监局"},
                 .for_department = for_lead ? "省经信委" : ""});
  }
  void request(const char* as) {
    office.step(day, as,
                {.event = Event::request_extension,
                 .task = "1.1.1",
                 .note = "来文申请",
                 .due = make_date(2017, 9, 30),
                 .for_department = "省经信委"});
  }
  std::string judge(Event event, const char* as) {
    const Result<Receipt> receipt =
        step(office.world(day, as), {.event = event, .task = "1.1.1", .note = "同意"});
    if (receipt) return canonical(receipt->entries.back().data);
    BOOST_TEST(static_cast<int>(receipt.error().code) == static_cast<int>(Errc::forbidden));
    return to_text(receipt.error().message);
  }
  /// What the audit finds: the tables are what the log says, the refusals what it would refuse.
  std::string findings() {
    const std::unique_ptr<View> view = must(store.read());
    audit::Replay replay = must(audit::replay(*view, office.compiler, std::nullopt));
    must(audit::compare(*view, *replay.derived, replay.findings));
    std::string out;
    for (const audit::Finding& finding : replay.findings.first()) out += to_text(finding) + "\n";
    return out;
  }

 private:
  std::pair<std::string, BasisTexts> texts() {
    const std::unique_ptr<View> view = must(store.read());
    const std::string hash = must(view->meta()).basis;
    return {hash, *must(view->basis_texts(hash))};
  }
};

struct Case {
  const char* why;
  std::string (*play)(Scene& scene);
  const char* said;
};
std::ostream& operator<<(std::ostream& os, const Case& c) { return os << c.why; }

const Case cases[] = {
    {"another actor of one declared person",
     [](Scene& s) {
       s.actor({"李明甲", "省政府督查室", {}, {}, "P7"});
       s.actor({"李明乙", "省政府督查室", {}, {}, "P7"});
       s.report("李明甲");
       return s.judge(Event::verify, "李明乙");
     },
     "李明乙 is the same person as 李明甲, who recorded the report; 'verify' is for another "
     "person"},
    {"another actor of one account and one name",
     [](Scene& s) {
       s.actor({"李明甲", "省政府督查室", "李明", "li"});
       s.actor({"李明乙", "省政府督查室", "李明", "li"});
       s.request("李明甲");
       return s.judge(Event::grant_extension, "李明乙");
     },
     "李明乙 is the same person as 李明甲, who recorded the request; 'grant-extension' is for "
     "another person"},
    {"an account alone proves nothing, but it is said",
     [](Scene& s) {
       s.actor({"甲", "省政府督查室", "李明", "office"});
       s.actor({"乙", "省政府督查室", "王强", "office"});
       s.report("甲");
       return s.judge(Event::verify, "乙");
     },
     R"({"note":"同意","same_account":true})"},
    {"a name alone proves nothing",
     [](Scene& s) {
       s.actor({"甲", "省政府督查室", "李明", "a"});
       s.actor({"乙", "省政府督查室", "李明", "b"});
       s.report("甲");
       return s.judge(Event::verify, "乙");
     },
     R"({"note":"同意"})"},
    {"a person declared apart after the report",
     [](Scene& s) {
       s.actor({"甲", "省政府督查室", {}, {}, "P7"});
       s.actor({"乙", "省政府督查室", {}, {}, "P7"});
       s.report("甲");
       s.actor({"乙", "省政府督查室", {}, {}, "P8"});
       return s.judge(Event::verify, "乙");
     },
     "乙 is the same person as 甲, who recorded the report; 'verify' is for another person"},
    {"a person declared after the report",
     [](Scene& s) {
       s.actor({"甲", "省政府督查室", {}, {}});
       s.actor({"乙", "省政府督查室", {}, {}});
       s.report("甲");
       s.actor({"甲", "省政府督查室", {}, {}, "P7"});
       s.actor({"乙", "省政府督查室", {}, {}, "P7"});
       return s.judge(Event::verify, "乙");
     },
     "乙 is the same person as 甲, who recorded the report; 'verify' is for another person"},
    {"an actor that was ended, and the next of the same person",
     [](Scene& s) {
       s.actor({"甲", "省政府督查室", "李明", "li"});
       s.report("甲");
       s.end("甲");
       s.actor({"乙", "省政府督查室", "李明", "li"});
       return s.judge(Event::verify, "乙");
     },
     "乙 is the same person as 甲, who recorded the report; 'verify' is for another person"},
    {"somebody of the lead, moved to the office while the report stands",
     [](Scene& s) {
       s.actor({"陈亮", "省经信委", {}, {}});
       s.report("省经信委", false);
       s.actor({"陈亮", "省政府督查室", {}, {}});
       return s.judge(Event::verify, "陈亮");
     },
     "陈亮 was of the house of 省经信委 when what 'verify' judges was recorded; that is for "
     "somebody else"},
    {"somebody of the lead, moved to the office before",
     [](Scene& s) {
       s.actor({"陈亮", "省经信委", {}, {}});
       s.actor({"陈亮", "省政府督查室", {}, {}});
       s.report("省经信委", false);
       return s.judge(Event::verify, "陈亮");
     },
     R"({"note":"同意"})"},
    {"somebody of the lead, ended and taken on by the office while the request stands",
     [](Scene& s) {
       s.actor({"陈亮甲", "省经信委", {}, {}, "P7"});
       s.request("王芳");
       s.end("陈亮甲");
       s.actor({"陈亮乙", "省政府督查室", {}, {}, "P7"});
       return s.judge(Event::grant_extension, "陈亮乙");
     },
     "陈亮乙 is the same person as 陈亮甲, who was of the house of 省经信委 when what "
     "'grant-extension' judges was recorded; that is for somebody else"},
    {"somebody who is of the lead as another actor",
     [](Scene& s) {
       s.actor({"陈亮甲", "省经信委", {}, {}, "P7"});
       s.actor({"陈亮乙", "省政府督查室", {}, {}, "P7"});
       s.report("王芳");
       return s.judge(Event::verify, "陈亮乙");
     },
     "陈亮乙 is the same person as 陈亮甲, who is of the house of 省经信委; 'verify' is for "
     "somebody else"},
    {"a house that the office left while the report stands",
     [](Scene& s) {
       s.houses("省政府督查室", "省经信委");
       s.report("省经信委", false);
       s.houses("省政府督查室", "");
       return s.judge(Event::verify, "王芳");
     },
     "王芳 was of the house of 省经信委 when what 'verify' judges was recorded; that is for "
     "somebody else"},
    {"a house that the office left before",
     [](Scene& s) {
       s.houses("省政府督查室", "省经信委");
       s.houses("省政府督查室", "");
       s.report("省经信委", false);
       return s.judge(Event::verify, "王芳");
     },
     R"({"note":"同意"})"},
    {"a house that the office came into",
     [](Scene& s) {
       s.report("省经信委", false);
       s.houses("省政府督查室", "省经信委");
       return s.judge(Event::verify, "王芳");
     },
     "王芳 is of the lead's house (省经信委); 'verify' is for somebody else"},
};

}  // namespace

BOOST_AUTO_TEST_SUITE(own_work_tests)

BOOST_DATA_TEST_CASE(is_judged_by_another_person, data::make(cases), c) {
  Scene scene;
  BOOST_TEST(c.play(scene) == c.said);
  BOOST_TEST(scene.findings() == "");
}

BOOST_AUTO_TEST_SUITE_END()

}  // namespace duban::test
