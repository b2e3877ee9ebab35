#include "engine/model/command.hpp"

#include "engine/model/schedule_data.hpp"

namespace duban {
namespace {

Value::Array words(const std::vector<std::string>& list) { return {list.begin(), list.end()}; }

/// Reads members of an object and remembers whether any had the wrong type.
class Reader {
 public:
  explicit Reader(const Value& data) : data_(data) {}
  bool ok = true;

  void read(const char* key, std::string& out) {
    if (const Value* value = data_.find(key)) {
      if (value->text())
        out = *value->text();
      else
        ok = false;
    }
  }
  void read(const char* key, bool& out) {
    if (const Value* value = data_.find(key)) {
      if (value->boolean())
        out = *value->boolean();
      else
        ok = false;
    }
  }
  void read(const char* key, std::optional<Date>& out) {
    std::string text;
    read(key, text);
    if (text.empty()) return;
    if (const auto date = parse_date(text))
      out = *date;
    else
      ok = false;
  }
  void read(const char* key, std::vector<std::string>& out) {
    const Value* value = data_.find(key);
    if (!value) return;
    if (!value->array()) {
      ok = false;
      return;
    }
    for (const Value& item : *value->array()) {
      if (item.text())
        out.push_back(*item.text());
      else
        ok = false;
    }
  }
  void read(const char* key, std::vector<Attachment>& out) {
    const Value* value = data_.find(key);
    if (!value) return;
    if (!value->array()) {
      ok = false;
      return;
    }
    for (const Value& item : *value->array()) {
      Attachment file;
      Reader inner(item);
      inner.read("sha256", file.sha256);
      inner.read("name", file.name);
      const Value* size = item.find("size");
      ok = ok && inner.ok && size && size->integer();
      if (ok) file.size = *size->integer();
      out.push_back(std::move(file));
    }
  }

 private:
  const Value& data_;
};

}  // namespace

Value data_of(const Command& c) {
  Value data{Value::Object{}};
  const auto text = [&](const char* key, const std::string& value) {
    if (!value.empty()) data.set(key, value);
  };
  const auto date = [&](const char* key, const std::optional<Date>& value) {
    if (value) data.set(key, to_text(*value));
  };
  const auto list = [&](const char* key, const std::vector<std::string>& value) {
    if (!value.empty()) data.set(key, words(value));
  };
  const auto flag = [&](const char* key, bool value) {
    if (value) data.set(key, true);
  };
  text("note", c.note);
  if (!c.evidence.empty()) {
    Value::Array files;
    for (const Attachment& file : c.evidence) {
      files.push_back(
          Value::Object{{"name", file.name}, {"sha256", file.sha256}, {"size", file.size}});
    }
    data.set("evidence", std::move(files));
  }
  date("due", c.due);
  date("until", c.until);
  text("to", c.to);
  list("co", c.co);
  list("without", c.without);
  list("add-co", c.add_co);
  list("drop-co", c.drop_co);
  text("content", c.content);
  text("for", c.for_department);
  date("dated", c.dated);
  flag("partial", c.partial);
  flag("undo", c.undo);
  flag("error", c.error);
  text("lead", c.lead);
  text("deadline", c.deadline);
  if (c.schedule) data.set("schedule", schedule_data::value_of(*c.schedule));
  flag("keep-as-co", c.keep_as_co);
  flag("urgent", c.urgent);
  flag("not-urgent", c.not_urgent);
  return data;
}

Result<Command> command_from(Event event, const Value& data) {
  Command c;
  c.event = event;
  Reader reader(data);
  reader.read("note", c.note);
  reader.read("evidence", c.evidence);
  reader.read("due", c.due);
  reader.read("until", c.until);
  reader.read("to", c.to);
  reader.read("co", c.co);
  reader.read("without", c.without);
  reader.read("add-co", c.add_co);
  reader.read("drop-co", c.drop_co);
  reader.read("content", c.content);
  reader.read("for", c.for_department);
  reader.read("dated", c.dated);
  reader.read("partial", c.partial);
  reader.read("undo", c.undo);
  reader.read("error", c.error);
  reader.read("lead", c.lead);
  reader.read("deadline", c.deadline);
  if (const Value* schedule = data.find("schedule")) {
    if (Result<Deadline> deadline = schedule_data::deadline_from(*schedule))
      c.schedule = std::move(*deadline);
    else
      reader.ok = false;
  }
  reader.read("keep-as-co", c.keep_as_co);
  reader.read("urgent", c.urgent);
  reader.read("not-urgent", c.not_urgent);
  reader.ok = reader.ok && c.deadline.empty() != c.schedule.has_value();
  if (!reader.ok) {
    return failed(Errc::corrupt, "the data of a '{event}' entry is malformed",
                  {{"event", std::string(to_text(event))}});
  }
  return c;
}

}  // namespace duban
