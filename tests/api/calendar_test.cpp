// What people see in their own calendars, read back by a library that is not ours.

#include <cstdio>
#include <fstream>

#include "server.hpp"

namespace takt::tests {
namespace {

/// The events of an iCalendar file, by their summaries.
std::map<std::string, json::object> events(const std::string& file) {
  const auto path = std::filesystem::temp_directory_path() / (new_id() + ".ics");
  std::ofstream(path) << file;
  std::FILE* reader =
      popen((TAKT_SOURCE "/tests/api/read_calendar.py < " + path.string()).c_str(), "r");
  std::string text;
  for (int each = std::fgetc(reader); each != EOF; each = std::fgetc(reader))
    text += static_cast<char>(each);
  EXPECT_EQ(0, pclose(reader));
  std::filesystem::remove(path);
  std::map<std::string, json::object> out;
  const auto read = json::parse(text);
  for (const auto& event : read.as_array())
    out[std::string(event.at("summary").as_string())] = event.as_object();
  return out;
}

class Calendars : public OnBothDatabases {
 protected:
  void SetUp() override {
    made = plan();
    feed_ = std::string(browser(jonas).post("/api/v1/calendar").body.at("path").as_string());
    name_ = std::string(
        browser(katrin).get("/api/v1/accounts/" + made.account).body.at("name").as_string());
  }
  std::map<std::string, json::object> feed() { return events(browser().get(feed_).text); }
  std::string add(const std::string& collection, const std::string& fields) {
    const auto answer =
        browser(katrin).post("/api/v1/accounts/" + made.account + "/" + collection, fields);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  }
  Plan made;
  std::string feed_, name_;
};

TEST_P(Calendars, ShowWhatIsDueAsWholeDaysThatLeaveTheDayFree) {
  const auto goal =
      add("long-term-goals", R"({"title":"Rahmenvertrag","due":")" + date(300) + "\"}");
  add("signals", R"({"title":"Ausschreibung; Lehrte, Werk 2","actBy":")" + date(9) + "\"}");
  const auto all = feed();
  const auto& due = all.at(name_ + " · langfristiges Ziel · Rahmenvertrag");
  EXPECT_EQ(date(300), due.at("starts").as_string());
  EXPECT_EQ(date(301), due.at("ends").as_string());
  EXPECT_TRUE(due.at("free").as_bool());
  EXPECT_TRUE(due.at("url").as_string().starts_with("http"));
  EXPECT_TRUE(
      due.at("url").as_string().ends_with("/accounts/" + made.account + "/long-term#" + goal));
  EXPECT_EQ(date(120), all.at(name_ + " · Zyklus endet · 2026 H2").at("starts").as_string());
  EXPECT_EQ(date(9), all.at(name_ + " · Signal: handeln bis · Ausschreibung; Lehrte, Werk 2")
                         .at("starts")
                         .as_string());
}

TEST_P(Calendars, MoveWithWhatIsDueAndForgetWhatIsDone) {
  const auto goal =
      add("long-term-goals", R"({"title":"Rahmenvertrag","due":")" + date(300) + "\"}");
  const auto summary = name_ + " · langfristiges Ziel · Rahmenvertrag";
  const auto before = feed().at(summary);
  const auto path = "/api/v1/long-term-goals/" + goal;
  auto katrins = browser(katrin);
  EXPECT_EQ(200, katrins.patch(path, R"({"due":")" + date(310) + "\"}", "1").status);
  const auto moved = feed().at(summary);
  EXPECT_EQ(before.at("uid"), moved.at("uid"));
  EXPECT_LT(before.at("sequence").as_int64(), moved.at("sequence").as_int64());
  EXPECT_EQ(date(310), moved.at("starts").as_string());
  EXPECT_EQ(200, katrins.patch(path, R"({"state":"reached"})", "2").status);
  EXPECT_FALSE(feed().contains(summary));
}

TEST_P(Calendars, SpeakTheLanguageOfWhomTheyAreForAndNameTheAgenda) {
  add("meetings", R"({"kind":"check_in","plannedAt":"2026-12-01T09:00:00.000Z"})");
  const auto german = feed().at(name_ + " · Check-in-Meeting");
  EXPECT_NE(std::string_view::npos,
            std::string_view(german.at("description").as_string()).find("4. Wer tut was bis wann"));
  EXPECT_EQ(200,
            browser(admin).patch("/api/v1/users/" + jonas.id, R"({"language":"en"})", "1").status);
  const auto english = feed();
  EXPECT_TRUE(english.contains(name_ + " · Check-in meeting"));
  EXPECT_TRUE(english.contains(name_ + " · cycle ends · 2026 H2"));
}

TEST_P(Calendars, TellNothingOfAccountsThatOneIsNotIn) {
  const std::string admins(browser(admin).post("/api/v1/calendar").body.at("path").as_string());
  EXPECT_TRUE(events(browser().get(admins).text).empty());
}

TAKT_ON_BOTH_DATABASES(Calendars);

}  // namespace
}  // namespace takt::tests
