// What people see in their own calendars, read back by a library that is not ours.

#include <cstdio>
#include <fstream>

#include "one_meeting.hpp"
#include "page/ical.hpp"

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
  EXPECT_EQ(due.at("url"), due.at("description")) << "not every calendar shows addresses";
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

TEST_P(Calendars, SayOfMeetingsThatTheyMovedAndThatTheyAreCalledOff) {
  const std::string place =
      "Größter Besprechungsraum; Gebäude 7, 3. OG, über die Außentreppe links";
  const auto id =
      add("meetings",
          json::serialize(json::object{
              {"kind", "check_in"}, {"plannedAt", "2026-12-01T09:00:00.000Z"}, {"place", place}}));
  const auto path = "/api/v1/meetings/" + id;
  auto katrins = browser(katrin);
  const auto before = feed().at(name_ + " · Check-in-Meeting");
  EXPECT_EQ("2026-12-01T09:00:00+00:00", before.at("starts").as_string());
  EXPECT_EQ("CONFIRMED", before.at("status").as_string());
  EXPECT_EQ(place, before.at("location").as_string()) << "over the ends of folded lines";
  EXPECT_FALSE(before.at("free").as_bool());
  EXPECT_TRUE(before.at("description").as_string().ends_with("/meetings/" + id));
  let_pass(std::chrono::hours{2});
  ASSERT_EQ(200, katrins.patch(path, R"({"plannedAt":"2026-12-02T09:00:00.000Z"})", "1").status);
  const auto moved = feed().at(name_ + " · Check-in-Meeting");
  EXPECT_EQ("2026-12-02T09:00:00+00:00", moved.at("starts").as_string());
  EXPECT_EQ(before.at("uid"), moved.at("uid"));
  EXPECT_LT(before.at("sequence").as_int64(), moved.at("sequence").as_int64());
  EXPECT_EQ("2026-11-24T11:00:00+00:00", moved.at("stamp").as_string());
  EXPECT_EQ(moved.at("stamp"), moved.at("modified"));
  ASSERT_EQ(200, katrins.remove(path, katrins.get(path).version()).status);
  const auto off = feed().at("Abgesagt: " + name_ + " · Check-in-Meeting");
  EXPECT_EQ("CANCELLED", off.at("status").as_string());
  EXPECT_TRUE(off.at("free").as_bool()) << "it takes nobody's time";
  EXPECT_EQ(before.at("uid"), off.at("uid"));
  EXPECT_LT(moved.at("sequence").as_int64(), off.at("sequence").as_int64());
}

TEST_P(Calendars, TellNothingOfAccountsThatOneIsNotIn) {
  const std::string admins(browser(admin).post("/api/v1/calendar").body.at("path").as_string());
  EXPECT_TRUE(events(browser().get(admins).text).empty());
}

class MeetingCalendars : public OneMeeting {};

TEST_P(MeetingCalendars, CalendarsNameThemAndASecretAddressShowsOnesOwn) {
  const auto file = browser(jonas).get("/api/v1/meetings/" + id + "/invitation.ics");
  EXPECT_NE(std::string::npos, file.text.find("DTSTART:20261124T090000Z")) << file.text;
  EXPECT_NE(std::string::npos, file.text.find("LOCATION:Paderborn"));
  const auto made_address = browser(jonas).post("/api/v1/calendar");
  const std::string path(made_address.body.at("path").as_string());
  EXPECT_NE(std::string::npos, browser().get(path).text.find("BEGIN:VEVENT"));
  browser(jonas).post("/api/v1/calendar");
  EXPECT_EQ(404, browser().get(path).status);
}

TEST_P(MeetingCalendars, CalendarsTakeAMeetingAnewWhenItMovesAndNotWhenItIsHeld) {
  const auto path = "/api/v1/meetings/" + id;
  auto katrins = browser(katrin);
  const auto line = [](const std::string& file, const std::string& name) {
    const auto at = file.find("\r\n" + name + ":");
    if (at == file.npos) return std::string("none");
    const auto from = at + name.size() + 3;
    return file.substr(from, file.find("\r\n", from) - from);
  };
  const auto entry = [&](const std::string& name) {
    return line(katrins.get(path + "/invitation.ics").text, name);
  };
  const auto patch = [&](const std::string& fields) {
    EXPECT_EQ(200, katrins.patch(path, fields, katrins.get(path).version()).status) << fields;
  };
  const auto uid = entry("UID");
  EXPECT_EQ("0", entry("SEQUENCE"));
  EXPECT_EQ("20261124T090000Z", entry("DTSTAMP"));
  EXPECT_EQ("CONFIRMED", entry("STATUS"));
  let_pass(std::chrono::hours{1});
  steer("start");
  for (int step = 1; step < 7; ++step) steer("step", step);
  patch(R"({"votes":4})");
  EXPECT_EQ("0", entry("SEQUENCE"));
  EXPECT_EQ("20261124T090000Z", entry("DTSTAMP"));
  patch(R"({"plannedAt":"2026-11-25T09:00:00.000Z"})");
  EXPECT_EQ("1", entry("SEQUENCE"));
  EXPECT_EQ("20261124T100000Z", entry("DTSTAMP"));
  EXPECT_EQ("20261124T100000Z", entry("LAST-MODIFIED"));
  patch(R"({"place":"Gütersloh"})");
  EXPECT_EQ("2", entry("SEQUENCE"));
  const std::string address(browser(jonas).post("/api/v1/calendar").body.at("path").as_string());
  const auto feed = [&] { return browser().get(address).text; };
  EXPECT_EQ("Takt · Brandt Antriebstechnik", line(feed(), "X-WR-CALNAME"));
  EXPECT_EQ("Takt · Brandt Antriebstechnik", line(feed(), "NAME"));
  EXPECT_EQ("PT1H", line(feed(), "REFRESH-INTERVAL;VALUE=DURATION"));
  EXPECT_EQ("PUBLISH", entry("METHOD"));
  EXPECT_EQ(200, katrins.remove(path, katrins.get(path).version()).status);
  EXPECT_EQ("CANCEL", entry("METHOD"));
  for (const auto& file : {feed(), katrins.get(path + "/invitation.ics").text}) {
    EXPECT_EQ("CANCELLED", line(file, "STATUS")) << file;
    EXPECT_EQ("3", line(file, "SEQUENCE"));
    EXPECT_EQ(uid, line(file, "UID"));
  }
  EXPECT_EQ(200, katrins.restore(path, katrins.get(path).version()).status);
  EXPECT_EQ("CONFIRMED", line(feed(), "STATUS"));
  EXPECT_EQ("4", line(feed(), "SEQUENCE"));
  patch(R"({"plannedAt":"2027-03-01T09:00:00.000Z"})");
  EXPECT_EQ(200, katrins.remove(path, katrins.get(path).version()).status);
  let_pass(std::chrono::hours{24 * 29});
  EXPECT_EQ("CANCELLED", line(feed(), "STATUS"));
  let_pass(std::chrono::hours{24 * 2});
  EXPECT_EQ(std::string::npos, feed().find(uid));
}

TEST_P(MeetingCalendars, CalendarKnowsEveryDayThatCanBePlanned) {
  for (const std::string day : {"1900-01-01", "2200-12-31"}) {
    const auto made = browser(katrin).post("/api/v1/accounts/" + account() + "/meetings",
                                           R"({"plannedAt":")" + day + "T09:30:00.000Z\"}");
    ASSERT_EQ(201, made.status) << made.text;
    const auto file = browser(katrin).get("/api/v1/meetings/" + made.id() + "/invitation.ics");
    auto digits = day;
    std::erase(digits, '-');
    EXPECT_NE(std::string::npos, file.text.find("DTSTART:" + digits + "T093000Z")) << file.text;
  }
  for (const std::string day : {"1899-12-31", "2201-01-01", "9999-12-30"}) {
    const auto refused = browser(katrin).post("/api/v1/accounts/" + account() + "/meetings",
                                              R"({"plannedAt":")" + day + "T09:30:00.000Z\"}");
    ASSERT_EQ(422, refused.status) << refused.text;
    EXPECT_EQ("/plannedAt", refused.body.at("errors").at(0).at("pointer").as_string());
  }
}

TEST_P(MeetingCalendars, CalendarTellsOneStateWhileOthersWrite) {
  constexpr int kRounds = 300;
  std::atomic<int> round = 0;
  const auto rename = [&](int name) {
    app->context().database.write({made.account}, [&](store::Session& session) {
      const auto text = "stand" + std::to_string(name);
      session.execute("update meeting set place = :place where id = :id",
                      {store::bound("place", text), store::bound("id", domain::Id{id})});
      session.execute("update account set name = :name where id = :id",
                      {store::bound("name", text), store::bound("id", domain::Id{made.account})});
    });
  };
  rename(0);
  const std::jthread writer([&] {
    while (round < kRounds) rename(++round);
  });
  access::Caller reader;
  reader.user = {katrin.id};
  std::set<std::string> seen;
  while (round < kRounds) {
    const auto text = page::meeting_calendar(app->context(), reader, {id}, "http://takt");
    const auto between = [&](const std::string& from, char to) {
      const auto start = text.find(from) + from.size();
      return text.substr(start, text.find(to, start) - start);
    };
    // The place is the meeting's, the summary begins with the account's name.
    const auto place = between("LOCATION:", '\r');
    seen.insert(place);
    ASSERT_EQ(place, between("SUMMARY:", ' ')) << text;
  }
  EXPECT_GT(seen.size(), 1u) << "nothing was read while it was written";
}

TAKT_ON_BOTH_DATABASES(Calendars);
TAKT_ON_BOTH_DATABASES(MeetingCalendars);

}  // namespace
}  // namespace takt::tests
