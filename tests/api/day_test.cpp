#include "command/invitation.hpp"
#include "command/mail.hpp"
#include "server.hpp"
#include "store/mail_store.hpp"

namespace takt::tests {
namespace {

class Days : public OnBothDatabases {
 protected:
  /// Sets the clock, which other sessions may not outlast.
  void at(const std::string& instant) {
    now_ = domain::parse_instant(instant)->time;
    for (auto* person : {&admin, &head, &katrin, &jonas}) *person = signed_in(person->id);
  }
  Answer set_zone_of_organisation(const std::string& zone) {
    auto admins = browser(admin);
    const auto own = admins.get("/api/v1/organisation");
    return admins.patch("/api/v1/organisation/" + own.id(), R"({"timeZone":")" + zone + "\"}",
                        own.version());
  }
  Answer set_zone_of(const Person& person, const std::string& zone) {
    auto own = browser(person);
    const auto user = own.get("/api/v1/session").body.at("user");
    return own.patch("/api/v1/users/" + person.id, R"({"timeZone":")" + zone + "\"}",
                     std::to_string(user.at("version").as_int64()));
  }
  /// A browser that says where it is.
  Browser browser_in(const Person& person, const std::string& zone) {
    auto out = browser(person);
    out.client().set_default_headers({{"X-Takt-Time-Zone", zone}});
    return out;
  }
  static std::string text(const Answer& answer, const std::string& name) {
    return std::string(answer.body.at(name).as_string());
  }
  static Answer check_in(Browser browser, const Plan& plan, const std::string& on) {
    return browser.post("/api/v1/key-results/" + plan.key_result + "/check-ins",
                        R"({"value":4,"effectiveOn":")" + on + "\"}");
  }
  Answer cockpit(const Plan& plan) {
    return browser(katrin).get("/api/v1/accounts/" + plan.account + "/cockpit");
  }
  json::value key_result(const Plan& plan) {
    return browser(katrin)
        .get("/api/v1/cycles/" + plan.cycle + "/plan")
        .body.at("objectives")
        .at(0)
        .at("keyResults")
        .at(0);
  }
  static std::string next(const std::string& day) {
    return domain::to_string(domain::plus_days(*domain::parse_date(day), 1));
  }
};

struct HalfPastMidnight {
  const char *zone, *instant, *day;
};

// In summer, in winter, and on the days of the change and after it.
constexpr HalfPastMidnight kHalfPastMidnight[] = {
    {"Europe/Berlin", "2026-02-01T23:30:00.000Z", "2026-02-02"},
    {"Europe/Berlin", "2026-03-28T23:30:00.000Z", "2026-03-29"},
    {"Europe/Berlin", "2026-03-29T22:30:00.000Z", "2026-03-30"},
    {"Europe/Berlin", "2026-06-30T22:30:00.000Z", "2026-07-01"},
    {"Europe/Berlin", "2026-10-24T22:30:00.000Z", "2026-10-25"},
    {"Europe/Berlin", "2026-10-25T23:30:00.000Z", "2026-10-26"},
    {"Pacific/Auckland", "2026-02-01T11:30:00.000Z", "2026-02-02"},
    {"Pacific/Auckland", "2026-04-04T11:30:00.000Z", "2026-04-05"},
    {"Pacific/Auckland", "2026-04-05T12:30:00.000Z", "2026-04-06"},
    {"Pacific/Auckland", "2026-06-30T12:30:00.000Z", "2026-07-01"},
    {"Pacific/Auckland", "2026-09-26T12:30:00.000Z", "2026-09-27"},
    {"Pacific/Auckland", "2026-09-27T11:30:00.000Z", "2026-09-28"},
    {"America/Los_Angeles", "2026-02-02T08:30:00.000Z", "2026-02-02"},
    {"America/Los_Angeles", "2026-03-08T08:30:00.000Z", "2026-03-08"},
    {"America/Los_Angeles", "2026-03-09T07:30:00.000Z", "2026-03-09"},
    {"America/Los_Angeles", "2026-07-01T07:30:00.000Z", "2026-07-01"},
    {"America/Los_Angeles", "2026-11-01T07:30:00.000Z", "2026-11-01"},
    {"America/Los_Angeles", "2026-11-02T08:30:00.000Z", "2026-11-02"},
};

TEST_P(Days, AreTheOrganisationsAtHalfPastMidnight) {
  for (const auto& [zone, instant, day] : kHalfPastMidnight) {
    SCOPED_TRACE(std::string(zone) + " " + day);
    at(instant);
    ASSERT_EQ(200, set_zone_of_organisation(zone).status);
    const auto made = plan();
    const auto session = browser(katrin).get("/api/v1/session");
    EXPECT_EQ(day, text(session, "today"));
    EXPECT_EQ(zone, text(session, "timeZone"));
    EXPECT_EQ(day, text(cockpit(made), "today"));
    EXPECT_EQ(201, check_in(browser(katrin), made, day).status);
    EXPECT_EQ(422, check_in(browser(katrin), made, next(day)).status);
    EXPECT_EQ(day, key_result(made).at("lastCheckIn").as_string());
    EXPECT_EQ(0, key_result(made).at("daysSilent").as_int64());
  }
}

TEST_P(Days, AnHourBeforeMidnightAreNotTomorrowYet) {
  at("2026-11-26T01:00:00.000Z");
  ASSERT_EQ(200, set_zone_of_organisation("America/Los_Angeles").status);
  const auto made = plan();
  EXPECT_EQ("2026-11-25", text(browser(katrin).get("/api/v1/session"), "today"));
  EXPECT_EQ(
      "in_future",
      check_in(browser(katrin), made, "2026-11-26").body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ(201, check_in(browser(katrin), made, "2026-11-25").status);
}

TEST_P(Days, OfWhatIsEnteredReachUpToThePersonsOwn) {
  at("2026-11-23T23:30:00.000Z");
  const auto made = plan();
  const auto path = "/api/v1/accounts/" + made.account;
  // The organisation's is still the 23rd.
  auto in_utc = browser(katrin);
  auto in_berlin = browser_in(katrin, "Europe/Berlin");
  auto in_shanghai = browser_in(katrin, "Asia/Shanghai");
  const auto signal_on = [&](Browser& browser, const std::string& day) {
    return browser.post(path + "/signals", R"({"title":"x","observedOn":")" + day + "\"}").status;
  };
  EXPECT_EQ(422, signal_on(in_utc, "2026-11-24"));
  EXPECT_EQ(201, signal_on(in_berlin, "2026-11-24"));
  EXPECT_EQ(201, signal_on(in_shanghai, "2026-11-24"));
  EXPECT_EQ(422, signal_on(in_shanghai, "2026-11-26"));
  const auto undated = in_berlin.post(path + "/signals", R"({"title":"y"})");
  EXPECT_EQ("2026-11-24", text(undated, "observedOn"));
  EXPECT_EQ(201, check_in(browser_in(katrin, "Europe/Berlin"), made, "2026-11-24").status);
  const auto kpi = in_berlin.post(path + "/kpis", R"({"name":"Reklamationen"})");
  ASSERT_EQ(201, kpi.status) << kpi.text;
  const auto value_on = [&](Browser& browser, const std::string& day) {
    return browser.put("/api/v1/kpis/" + kpi.id() + "/values/" + day, R"({"value":1})").status;
  };
  EXPECT_EQ(422, value_on(in_utc, "2026-11-24"));
  EXPECT_GT(300, value_on(in_berlin, "2026-11-24"));
  // Nowhere is it later than at UTC+14.
  EXPECT_EQ(422, signal_on(in_shanghai, "2026-11-25"));
  EXPECT_EQ("2026-11-24",
            text(browser_in(katrin, "Pacific/Kiritimati").get("/api/v1/session"), "today"));
}

TEST_P(Days, AreThoseOfTheProfileBeforeTheBrowsers) {
  at("2026-11-23T12:00:00.000Z");
  const auto zone_told = [&](const std::string& browsers) {
    return text(browser_in(katrin, browsers).get("/api/v1/session"), "timeZone");
  };
  ASSERT_EQ(200, set_zone_of_organisation("Europe/Berlin").status);
  EXPECT_EQ("Europe/Berlin", text(browser(katrin).get("/api/v1/session"), "timeZone"));
  EXPECT_EQ("Asia/Tokyo", zone_told("Asia/Tokyo"));
  EXPECT_EQ("Europe/Berlin", zone_told("Mars/Olympus"));
  EXPECT_EQ("Europe/Berlin", zone_told("GMT+23:00"));
  ASSERT_EQ(200, set_zone_of(katrin, "America/Los_Angeles").status);
  EXPECT_EQ("America/Los_Angeles", zone_told("Asia/Tokyo"));
  ASSERT_EQ(200, set_zone_of(katrin, "").status);
  EXPECT_EQ("Asia/Tokyo", zone_told("Asia/Tokyo"));
}

TEST_P(Days, OfAPersonInAucklandCountWhenTheyHaveComeInBerlin) {
  at("2026-11-23T12:00:00.000Z");
  ASSERT_EQ(200, set_zone_of_organisation("Europe/Berlin").status);
  ASSERT_EQ(200, set_zone_of(katrin, "Pacific/Auckland").status);
  const auto made = plan();
  const auto session = browser(katrin).get("/api/v1/session");
  EXPECT_EQ("2026-11-24", text(session, "today"));
  EXPECT_EQ("2026-11-24T11:00:00.000Z", text(session, "dayEnds"));
  // Figures are the organisation's: for both readers it is the 23rd.
  EXPECT_EQ("2026-11-23", text(cockpit(made), "today"));
  EXPECT_EQ(422, check_in(browser(jonas), made, "2026-11-24").status);
  EXPECT_EQ(422, check_in(browser(katrin), made, "2026-11-25").status);
  EXPECT_EQ(201, check_in(browser(katrin), made, "2026-11-24").status);
  EXPECT_TRUE(key_result(made).at("progress").is_null());
  at("2026-11-23T22:59:59.000Z");
  EXPECT_TRUE(key_result(made).at("progress").is_null());
  at("2026-11-23T23:00:00.000Z");
  EXPECT_DOUBLE_EQ(0.4, key_result(made).at("progress").to_number<double>());
}

TEST_P(Days, ThatAColleagueFurtherEastEnteredStayWhatTheyAre) {
  at("2026-11-23T12:00:00.000Z");
  const auto made = plan();
  auto in_auckland = browser_in(katrin, "Pacific/Auckland");
  const auto signal = in_auckland.post("/api/v1/accounts/" + made.account + "/signals",
                                       R"({"title":"x","observedOn":"2026-11-24"})");
  ASSERT_EQ(201, signal.status) << signal.text;
  auto in_utc = browser(jonas);
  const auto path = "/api/v1/signals/" + signal.id();
  const auto renamed = in_utc.patch(path, R"({"title":"y"})", signal.version());
  EXPECT_EQ(200, renamed.status) << renamed.text;
  EXPECT_EQ(422, in_utc.patch(path, R"({"observedOn":"2026-11-25"})", "2").status);
}

TEST_P(Days, OfKeptPagesEndAtTheOrganisationsMidnight) {
  at("2026-06-30T21:59:00.000Z");
  ASSERT_EQ(200, set_zone_of_organisation("Europe/Berlin").status);
  const auto made = plan();
  const auto before = cockpit(made);
  EXPECT_EQ("2026-06-30", text(before, "today"));
  at("2026-06-30T22:00:00.000Z");
  const auto after = cockpit(made);
  EXPECT_EQ("2026-07-01", text(after, "today"));
  EXPECT_NE(before.headers.find("ETag")->second, after.headers.find("ETag")->second);
  at("2026-07-01T00:00:00.000Z");
  EXPECT_EQ(after.headers.find("ETag")->second, cockpit(made).headers.find("ETag")->second);
}

TEST_P(Days, FollowTheZoneOnAnotherServerToo) {
  at("2026-11-23T23:30:00.000Z");
  const auto made = plan();
  Serving other(settings());
  const auto path = "/api/v1/accounts/" + made.account + "/cockpit";
  Browser there{other->port(), katrin.cookie};
  EXPECT_EQ("2026-11-23", text(there.get(path), "today"));
  EXPECT_EQ("2026-11-23", text(cockpit(made), "today"));
  EXPECT_EQ(200, set_zone_of_organisation("Europe/Berlin").status);
  EXPECT_EQ("2026-11-24", text(cockpit(made), "today"));
  // On SQLite another process looks every 20 ms whether somebody else has committed.
  for (int i = 0; i < 500 && text(there.get(path), "today") != "2026-11-24"; ++i)
    std::this_thread::sleep_for(std::chrono::milliseconds{10});
  EXPECT_EQ("2026-11-24", text(there.get(path), "today"));
}

TEST_P(Days, BeginInTheZoneOfWhoeverSetsTheOrganisationUp) {
  const NewDatabase fresh(GetParam() == "PostgreSQL", NewDatabase::Shape::migrated);
  store::Database database(fresh.location, 2);
  access::Context context{database, [this] { return domain::Instant{now_.load()}; }};
  at("2026-11-23T23:30:00.000Z");
  EXPECT_EQ("2026-11-23", domain::to_string(context.today()));
  domain::User administrator;
  administrator.name = std::string("Erste");
  administrator.email = std::string("erste@brandt.example");
  const auto link = command::make_invitation(context, {}, {});
  const auto first = command::set_up(context, link, {std::string("Brandt"), "Europe/Berlin"},
                                     administrator, "sehr geheim 1", "");
  EXPECT_EQ(first.user.id, access::caller_of(context, first.token).user);
  EXPECT_EQ("2026-11-24", domain::to_string(context.today()));
}

TEST_P(Days, NeedAZoneThatThereIs) {
  for (const auto* wrong : {"", "Europe/Atlantis", "BST", "GMT+23:00"}) {
    const auto refused = set_zone_of_organisation(wrong);
    ASSERT_EQ(422, refused.status) << wrong;
    EXPECT_EQ("unknown_time_zone", refused.body.at("errors").at(0).at("code").as_string());
  }
  EXPECT_EQ(422, set_zone_of(jonas, "Europe/Atlantis").status);
  EXPECT_EQ(200, set_zone_of(jonas, "Europe/Berlin").status);
}

TEST_P(Days, OfAMeetingAreTheOrganisationsInItsMinutesAndTheReadersInTheirMail) {
  at("2026-06-30T22:30:00.000Z");
  ASSERT_EQ(200, set_zone_of_organisation("Europe/Berlin").status);
  ASSERT_EQ(200, set_zone_of(jonas, "America/Los_Angeles").status);
  app->context().has_mail = true;
  const auto id = account();
  auto katrins = browser(katrin);
  const auto planned = katrins.post("/api/v1/accounts/" + id + "/meetings",
                                    R"({"plannedAt":"2026-06-30T22:30:00.000Z"})");
  ASSERT_EQ(201, planned.status) << planned.text;
  const auto path = "/api/v1/meetings/" + planned.id();
  for (const std::string command : {"start", "close"})
    katrins.post(path + "/steer", R"({"command":")" + command + "\"}");
  const auto minutes =
      std::string(katrins.get(path + "/room").body.at("meeting").at("minutes").as_string());
  EXPECT_NE(std::string::npos, minutes.find("01.07.2026")) << minutes;
  ASSERT_EQ(200, katrins.post(path + "/mail").status);
  const auto mails = app->context().database.peek([&](store::Session& session) {
    return store::due_mails(session, command::kMailTries, app->context().now());
  });
  std::vector<std::string> subjects;
  for (const auto& mail : mails) subjects.push_back(mail.subject);
  std::ranges::sort(subjects);
  EXPECT_EQ((std::vector<std::string>{"Teutonia · Check-in-Meeting · 01.07.2026",
                                      "Teutonia · Check-in-Meeting · 30.06.2026"}),
            subjects);
  const auto calendar = browser(jonas).post("/api/v1/calendar");
  const auto feed = browser().get(text(calendar, "path")).text;
  EXPECT_NE(std::string::npos, feed.find("X-WR-TIMEZONE:America/Los_Angeles")) << feed;
  EXPECT_NE(std::string::npos, feed.find("DTSTART:20260630T223000Z")) << feed;
}

TEST_P(Days, OfSignalsAreTheOrganisationsInTheFigures) {
  at("2026-06-30T22:30:00.000Z");
  ASSERT_EQ(200, set_zone_of_organisation("Europe/Berlin").status);
  const auto id = account();
  auto katrins = browser(katrin);
  // Observed on its first of July, recorded on that day, not the day before.
  ASSERT_EQ(201, katrins
                     .post("/api/v1/accounts/" + id + "/signals",
                           R"({"title":"x","observedOn":"2026-07-01"})")
                     .status);
  at("2026-07-01T21:30:00.000Z");
  const auto board = browser(katrin).get("/api/v1/accounts/" + id + "/signal-board").body;
  EXPECT_EQ(0, board.at("signals").at(0).at("days").as_int64());
  // Fourteen days after the first of July is the fifteenth: waiting too long begins on the next.
  const auto overdue = [&] {
    return browser(katrin)
        .get("/api/v1/accounts/" + id + "/signal-board")
        .body.at("signals")
        .at(0)
        .at("overdue")
        .as_bool();
  };
  const auto overdue_in_portfolio = [&] {
    return browser(katrin)
        .get("/api/v1/portfolio")
        .body.at("lines")
        .at(0)
        .at("figures")
        .at("overdue")
        .as_int64();
  };
  at("2026-07-15T21:59:00.000Z");
  EXPECT_FALSE(overdue());
  EXPECT_EQ(0, overdue_in_portfolio());
  at("2026-07-15T22:00:00.000Z");
  EXPECT_TRUE(overdue());
  EXPECT_EQ(1, overdue_in_portfolio());
}

TEST_P(Days, OfMeetingsAreTheOrganisationsInTheAgilityCheck) {
  at("2026-06-30T22:30:00.000Z");
  ASSERT_EQ(200, set_zone_of_organisation("Europe/Berlin").status);
  const auto id = account();
  auto katrins = browser(katrin);
  const auto planned =
      katrins.post("/api/v1/accounts/" + id + "/meetings",
                   R"({"kind":"check_in","plannedAt":"2026-06-30T22:30:00.000Z"})");
  ASSERT_EQ(201, planned.status) << planned.text;
  const auto steered =
      katrins.post("/api/v1/meetings/" + planned.id() + "/steer", R"({"command":"start"})");
  ASSERT_GT(300, steered.status) << steered.text;
  // Without a cycle the last six months count: from the first of July, on which it was.
  at("2027-01-01T12:00:00.000Z");
  const auto agility = browser(katrin).get("/api/v1/accounts/" + id + "/agility").body;
  const auto& cadence = agility.at("now").at("figures").at(0);
  EXPECT_EQ("cadence", cadence.at("code").as_string());
  EXPECT_EQ(1, cadence.at("raw").at(1).to_number<int>());
}

TAKT_ON_BOTH_DATABASES(Days);

}  // namespace
}  // namespace takt::tests
