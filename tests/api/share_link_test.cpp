// Links that show an account's one-pager to somebody without an account here.

#include "command/share_link.hpp"

#include <set>

#include "cli/demo.hpp"
#include "command/housekeeping.hpp"
#include "domain/contact.hpp"
#include "domain/goal.hpp"
#include "domain/meeting.hpp"
#include "domain/open_question.hpp"
#include "domain/testimonial.hpp"
#include "page/share_links.hpp"
#include "server.hpp"
#include "store/account_store.hpp"

namespace takt::tests {
namespace {

using domain::Id;

std::string text(const json::value& of, const char* member) {
  return std::string(of.at(member).as_string());
}

class ShareLinks : public OnBothDatabases {
 protected:
  void SetUp() override { made = plan(); }
  std::string links() const { return "/api/v1/accounts/" + made.account + "/share-links"; }
  Answer wish(const Person& person, const std::string& more = "",
              const std::string& audience = "management") {
    return browser(person).post(links(), R"({"audience":")" + audience +
                                             R"(","recipient":"Dr. Rehberg")" +
                                             (more.empty() ? "" : "," + more) + "}");
  }
  /// Makes a link; where it leads.
  std::string share(const Person& person, const std::string& more = "",
                    const std::string& audience = "management") {
    const auto answer = wish(person, more, audience);
    EXPECT_EQ(201, answer.status) << answer.text;
    return "/api/v1" + text(answer.body, "path");
  }
  Answer open(const std::string& path) { return browser().get(path); }
  Answer open(const std::string& path, const std::string& password) {
    return browser().post(path, R"({"password":")" + password + "\"}");
  }
  Answer withdraw(const Person& person, const json::value& link) {
    return browser(person).remove("/api/v1/share-links/" + text(link, "id"),
                                  std::to_string(link.at("version").as_int64()));
  }
  json::value listed(const Person& person) {
    const auto answer = browser(person).get(links());
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  void check_in(int value) {
    const auto answer = browser(katrin).post(
        "/api/v1/key-results/" + made.key_result + "/check-ins",
        R"({"value":)" + std::to_string(value) + R"(,"effectiveOn":")" + date(0) + "\"}");
    EXPECT_EQ(201, answer.status) << answer.text;
  }
  static json::value value_in(const Answer& shown) {
    return shown.body.at("page").at("objectives").at(0).at("keyResults").at(0).at("value");
  }
  Plan made;
};

TEST_P(ShareLinks, AreMadeByWhoWritesThePlanAndToldOnce) {
  auto observer = add_user("Olga", "member");
  ASSERT_EQ(201, browser(katrin)
                     .post("/api/v1/accounts/" + made.account + "/team-members",
                           R"({"user":")" + observer.id + R"(","role":"observer"})")
                     .status);
  EXPECT_EQ(403, wish(observer).status);
  EXPECT_EQ(403, wish(head).status);
  EXPECT_EQ(404, wish(add_user("Fremd", "member")).status);
  EXPECT_EQ(404, wish(admin).status);
  EXPECT_EQ(401, wish({}).status);
  for (const std::string audience : {"team", "management", "customer"}) {
    share(jonas, "", audience);
    let_pass(std::chrono::seconds{1});  // the newest one is told first
    const auto path = share(katrin, "", audience);
    const auto answer = browser(observer).get(links());
    EXPECT_EQ(answer.text.npos, answer.text.find(path.substr(path.rfind('/') + 1)));
  }
  const auto shown = listed(observer);
  ASSERT_EQ(6u, shown.as_array().size());
  EXPECT_EQ("Katrin Vogt", text(shown.at(0), "creator"));
  EXPECT_EQ("customer", text(shown.at(0).at("link"), "audience"));
  EXPECT_EQ("Dr. Rehberg", text(shown.at(0).at("link"), "recipient"));
  EXPECT_EQ("open", text(shown.at(0), "state"));
}

TEST_P(ShareLinks, NameTheirAudience) {
  const auto answer = browser(katrin).post(links(), "{}");
  EXPECT_EQ(422, answer.status);
  EXPECT_EQ("/audience", text(answer.body.at("errors").at(0), "pointer"));
}

TEST_P(ShareLinks, OpenForAnybodyAndAreCounted) {
  const auto path = share(katrin, R"("language":"en")");
  const auto before = revision(made.account);
  EXPECT_EQ(0, listed(jonas).at(0).at("opened").as_int64());
  EXPECT_TRUE(listed(jonas).at(0).at("openedAt").is_null());
  const auto shown = open(path);
  ASSERT_EQ(200, shown.status) << shown.text;
  EXPECT_EQ("Teutonia", text(shown.body.at("page"), "account"));
  EXPECT_EQ("Katrin Vogt", text(shown.body, "from"));
  EXPECT_EQ("en", text(shown.body, "language"));
  EXPECT_EQ("2026-11-24T09:00:00.000Z", text(shown.body, "asOf"));
  const auto header = [&](const char* name) {
    const auto found = shown.headers.find(name);
    return found == shown.headers.end() ? "" : found->second;
  };
  EXPECT_EQ("no-store", header("Cache-Control"));
  EXPECT_EQ("no-referrer", header("Referrer-Policy"));
  EXPECT_EQ("noindex", header("X-Robots-Tag"));
  let_pass(std::chrono::hours{1});
  EXPECT_EQ(200, open(path).status);
  EXPECT_EQ(2, listed(jonas).at(0).at("opened").as_int64());
  EXPECT_EQ("2026-11-24T10:00:00.000Z", text(listed(jonas).at(0), "openedAt"));
  EXPECT_EQ(before, revision(made.account)) << "to open one is no change";
}

TEST_P(ShareLinks, EndWithTheirDayInTheOrganisationsZone) {
  const auto own = browser(admin).get("/api/v1/organisation");
  ASSERT_EQ(200, browser(admin)
                     .patch("/api/v1/organisation/" + own.id(), R"({"timeZone":"Europe/Berlin"})",
                            own.version())
                     .status);
  const auto path = share(katrin, R"("expiresOn":"2026-11-24")");
  let_pass(std::chrono::hours{13} + std::chrono::minutes{59});  // 23:59 in Berlin
  EXPECT_EQ(200, open(path).status);
  let_pass(std::chrono::minutes{1});
  const auto over = open(path);
  EXPECT_EQ(404, over.status);
  EXPECT_EQ("link_expired", over.code());
  EXPECT_EQ("expired", text(listed(katrin).at(0), "state"));
  EXPECT_EQ("link_over", open(path + "x").code()) << "who has not the token is not told";
}

TEST_P(ShareLinks, EndInThirtyDaysOrWithinAYear) {
  EXPECT_EQ(date(30), text(wish(katrin).body.at("link"), "expiresOn"));
  const auto until = [&](int days) {
    return wish(katrin, R"("expiresOn":")" + date(days) + "\"").status;
  };
  EXPECT_EQ(422, until(-1));
  EXPECT_EQ(201, until(0));
  EXPECT_EQ(201, until(365));
  EXPECT_EQ(422, until(366));
}

TEST_P(ShareLinks, AreWithdrawnByTheirMakerAndWhoSteersForGood) {
  const auto of_jonas = wish(jonas).body;
  let_pass(std::chrono::seconds{1});  // the newest one is told first
  const auto of_katrin = wish(katrin).body;
  let_pass(std::chrono::seconds{1});
  const auto another = wish(katrin).body;
  EXPECT_EQ(403, withdraw(jonas, of_katrin.at("link")).status);
  EXPECT_FALSE(listed(jonas).at(1).at("mayWithdraw").as_bool());
  EXPECT_TRUE(listed(jonas).at(2).at("mayWithdraw").as_bool());
  EXPECT_EQ(200, withdraw(jonas, of_jonas.at("link")).status);
  EXPECT_EQ(200, withdraw(katrin, of_katrin.at("link")).status);
  EXPECT_EQ(200, withdraw(head, another.at("link")).status);
  const auto over = open("/api/v1" + text(of_jonas, "path"));
  EXPECT_EQ(404, over.status);
  EXPECT_EQ(open("/api/v1/shared/never-there").text, over.text) << "nothing tells which";
  const auto now = listed(katrin);
  for (const auto& one : now.as_array()) EXPECT_EQ("withdrawn", text(one, "state"));
  EXPECT_EQ(200, withdraw(katrin, now.at(0).at("link")).status) << "twice is once";
  const auto log = browser(katrin).get("/api/v1/accounts/" + made.account + "/activity");
  for (const auto* word : {R"("share_link")", R"("archived")", "Dr. Rehberg"})
    EXPECT_NE(log.text.npos, log.text.find(word)) << word;
  EXPECT_EQ(log.text.npos, log.text.find(text(of_jonas, "path").substr(8)));
}

TEST_P(ShareLinks, AskForTheirPassword) {
  EXPECT_EQ("/password",
            text(wish(katrin, R"("password":"kurz")").body.at("errors").at(0), "pointer"));
  const auto path = share(katrin, R"("password":"Zahnrad und Welle")");
  const auto list = browser(katrin).get(links());
  EXPECT_NE(list.text.npos, list.text.find(R"("hasPassword":true)"));
  EXPECT_EQ(list.text.npos, list.text.find("argon2"));
  EXPECT_EQ(401, open(path).status);
  EXPECT_EQ("password_wanted", open(path).code());
  EXPECT_EQ("wrong_link_password", open(path, "Zahnrad").code());
  EXPECT_EQ(0, listed(katrin).at(0).at("opened").as_int64()) << "nobody has seen it yet";
  EXPECT_EQ(200, open(path, "Zahnrad und Welle").status);
  EXPECT_EQ(1, listed(katrin).at(0).at("opened").as_int64());
}

TEST_P(ShareLinks, SlowGuessingDown) {
  const auto path = share(katrin, R"("password":"Zahnrad und Welle")");
  const auto other = share(katrin, R"("password":"Zahnrad und Welle")");
  for (int i = 0; i < 5; ++i) EXPECT_EQ(401, open(path, "Zahnrad").status);
  const auto slowed = open(path, "Zahnrad und Welle");
  EXPECT_EQ(429, slowed.status);
  EXPECT_TRUE(slowed.headers.contains("Retry-After"));
  EXPECT_EQ(200, open(other, "Zahnrad und Welle").status) << "each link for itself";
  let_pass(std::chrono::minutes{2});
  EXPECT_EQ(200, open(path, "Zahnrad und Welle").status);
}

TEST_P(ShareLinks, SlowACrowdDownThatGuessesOneAndNoGuestForLong) {
  const auto path = share(katrin, R"("password":"Zahnrad und Welle")");
  const auto other = share(katrin, R"("password":"Zahnrad und Welle")");
  auto behind = settings();
  behind.trusted_proxies = {"127.0.0.1"};
  Serving proxied(behind);
  httplib::Client client("127.0.0.1", proxied->port());
  const auto guess = [&](const std::string& at, int from, const std::string& password) {
    const httplib::Headers there{{"X-Forwarded-For", "192.0.2." + std::to_string(from)}};
    return client.Post(at, there, R"({"password":")" + password + "\"}", "application/json");
  };
  EXPECT_EQ(200, guess(path, 0, "Zahnrad und Welle")->status);
  for (int i = 1; i <= 10; ++i) EXPECT_EQ(401, guess(path, i, "Zahnrad")->status);
  const auto slowed = guess(path, 11, "Zahnrad und Welle");
  EXPECT_EQ(429, slowed->status);
  EXPECT_EQ("1", slowed->get_header_value("Retry-After"));
  EXPECT_EQ(200, guess(path, 0, "Zahnrad und Welle")->status) << "who was in before";
  EXPECT_EQ(200, guess(other, 11, "Zahnrad und Welle")->status);
  let_pass(std::chrono::seconds{8});
  EXPECT_EQ(200, guess(path, 11, "Zahnrad und Welle")->status);
}

TEST_P(ShareLinks, ShowThePageAsItIsOrAsItWasMade) {
  check_in(3);
  const auto live = share(katrin);
  const auto frozen = share(katrin, R"("frozen":true)");
  EXPECT_EQ(open(live).body.at("page"), open(frozen).body.at("page"));
  let_pass(std::chrono::hours{24});
  check_in(5);
  EXPECT_EQ(5.0, value_in(open(live)).to_number<double>());
  EXPECT_EQ("2026-11-25T09:00:00.000Z", text(open(live).body, "asOf"));
  const auto kept = open(frozen);
  EXPECT_EQ(3.0, value_in(kept).to_number<double>());
  EXPECT_EQ("2026-11-24T09:00:00.000Z", text(kept.body, "asOf"));
  EXPECT_TRUE(kept.body.at("frozen").as_bool());
}

TEST_P(ShareLinks, StopWhenTheirMakerSeesTheAccountNoMore) {
  const auto live = share(jonas);
  let_pass(std::chrono::seconds{1});  // the newest one is told first
  const auto frozen = share(jonas, R"("frozen":true)");
  const auto katrins = share(katrin);
  const auto team = browser(katrin).get("/api/v1/accounts/" + made.account + "/team-members");
  std::string membership;
  for (const auto& member : team.body.as_array())
    if (text(member, "user") == jonas.id) membership = "/api/v1/team-members/" + text(member, "id");
  ASSERT_EQ(200, browser(katrin).remove(membership, "1").status);
  for (const auto& path : {live, frozen}) {
    const auto stopped = open(path);
    EXPECT_EQ(404, stopped.status);
    EXPECT_EQ("link_over", stopped.code());
  }
  EXPECT_EQ(200, open(katrins).status);
  EXPECT_EQ("stopped", text(listed(katrin).at(2), "state"));
  ASSERT_EQ(200, browser(katrin).restore(membership, "2").status);
  EXPECT_EQ(200, open(live).status);
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  EXPECT_EQ("link_over", open(live).code());
}

TEST_P(ShareLinks, StopWithTheirAccount) {
  const auto path = share(katrin);
  const auto account = "/api/v1/accounts/" + made.account;
  ASSERT_EQ(200, browser(katrin).remove(account, browser(katrin).get(account).version()).status);
  EXPECT_EQ("link_over", open(path).code());
  EXPECT_EQ("archived", wish(katrin).code());
}

TEST_P(ShareLinks, ShowACycleOfTheirAccountOnly) {
  const auto here = share(katrin, R"("cycle":")" + made.cycle + "\"");
  EXPECT_EQ("2026 H2", text(open(here).body.at("page").at("cycle"), "name"));
  const auto elsewhere = plan();
  const auto refused = wish(katrin, R"("cycle":")" + elsewhere.cycle + "\"");
  EXPECT_EQ(422, refused.status);
  EXPECT_EQ("/cycle", text(refused.body.at("errors").at(0), "pointer"));
}

TEST_P(ShareLinks, ForgetThePageOnceTheyAreOver) {
  const auto kept = [&] {
    return app->context().database.peek([](store::Session& session) {
      return session.value<int>("select count(*) from share_link where page is not null").value();
    });
  };
  share(katrin, R"("frozen":true,"expiresOn":")" + date(0) + "\"");
  share(katrin, R"("frozen":true)");
  EXPECT_EQ(2, kept());
  let_pass(std::chrono::hours{24});
  command::forget_what_is_over(app->context());
  EXPECT_EQ(1, kept());
}

TEST_P(ShareLinks, KeepNoNameOfWhoWasErased) {
  const auto path = share(katrin, R"("frozen":true)");
  EXPECT_NE(std::string::npos, open(path).text.find("Jonas Albers"));
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + jonas.id, "1").status);
  ASSERT_EQ(204, browser(admin).post("/api/v1/users/" + jonas.id + "/erase", "", "2").status);
  const auto shown = open(path);
  EXPECT_EQ(200, shown.status);
  EXPECT_EQ(std::string::npos, shown.text.find("Jonas Albers"));
}

TEST_P(ShareLinks, AreMadeOnceForAnId) {
  const auto id = new_id();
  const auto first = wish(katrin, R"("id":")" + id + "\"");
  EXPECT_EQ(id, text(first.body.at("link"), "id"));
  EXPECT_EQ("id_taken", wish(katrin, R"("id":")" + id + "\"").code()) << "its path is told once";
}

TAKT_ON_BOTH_DATABASES(ShareLinks);

/// The links of the demo's account, whose story has all that a customer must not read.
class SharedStory : public testing::TestWithParam<std::string> {
 protected:
  void SetUp() override {
    store::migrate(database);
    cli::tell_demo_story(context, domain::Language::de);
    database.peek([&](store::Session& session) {
      for (const auto& each : store::accounts(session, {}))
        if (each.code == "TEU") account = each.id;
      for (const auto& member : store::present_of<domain::TeamMember>(session, account))
        if (member.role == domain::TeamRole::manager) maker.user = member.user;
    });
  }
  struct Made {
    std::string token;
    domain::ShareLink link;
  };
  Made share(domain::Audience audience, bool frozen) {
    std::optional<std::string> page;
    if (frozen) page = mapping::to_json(page::one_pager(context, account, audience, {}));
    const auto made = command::share(context, maker, account,
                                     {.audience = audience,
                                      .recipient = {},
                                      .frozen = frozen,
                                      .cycle = {},
                                      .expires_on = {},
                                      .password = {}},
                                     page);
    return {made.path.substr(made.path.rfind('/') + 1), made.link};
  }
  /// What somebody reads who opens a link.
  std::string open(const std::string& token) {
    access::Throttle throttle;
    const auto opened = command::open_share_link(context, throttle, "", token, {});
    return mapping::to_json(page::shared_page(context, opened.link, opened.from, opened.page));
  }
  std::string shown_to(domain::Audience audience, bool frozen) {
    return open(share(audience, frozen).token);
  }
  std::vector<domain::Testimonial> testimonials() {
    return database.read([&](store::Session& session) {
      return store::present_of<domain::Testimonial>(session, account);
    });
  }
  /// What it is called or says, but for words so short that they stand anywhere.
  template <class T>
  void collect(store::Session& session, std::string_view what, std::set<std::string>& out) {
    int found = 0;
    for (const auto& one : store::all_of<T>(session, account))
      mapping::for_each_member<T>([&](std::string_view name, auto member) {
        if constexpr (std::is_base_of_v<std::string, std::remove_cvref_t<decltype(one.*member)>>) {
          if (name != what || (one.*member).size() < 5) return;
          ++found;
          out.insert(one.*member);
        }
      });
    EXPECT_LT(0, found) << T::kTerm;
  }

  NewDatabase made_{GetParam() == "PostgreSQL"};
  store::Database database{made_.location, 2};
  access::Context context{
      database, [] {
        return domain::Instant{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} +
                               std::chrono::hours{9}};
      }};
  Id account;
  access::Caller maker;
};

TEST_P(SharedStory, TellsTheCustomerNothingThatIsNotTheirs) {
  std::set<std::string> secret;
  database.read([&](store::Session& session) {
    collect<domain::Signal>(session, "title", secret);
    collect<domain::Contact>(session, "name", secret);
    collect<domain::SupplyRecord>(session, "competitor", secret);
    collect<domain::KeyResult>(session, "title", secret);
    collect<domain::OpenQuestion>(session, "text", secret);
    collect<domain::Objective>(session, "outcome", secret);
    collect<domain::LongTermGoal>(session, "title", secret);
    collect<domain::Vision>(session, "text", secret);
    collect<domain::Meeting>(session, "place", secret);
  });
  // What the team says of an outcome may be a word of an objective's title, which they see.
  std::string agreed;
  database.read([&](store::Session& session) {
    for (const auto& one : store::all_of<domain::Objective>(session, account))
      agreed += one.title + "\n" + one.customer_goal + "\n";
  });
  const auto told = [](const std::string& page, const std::string& word) {
    return page.find(word) != page.npos;
  };
  const auto team = shown_to(domain::Audience::team, false);
  EXPECT_LT(10, std::ranges::count_if(secret, [&](auto& word) { return told(team, word); }))
      << "there is much to be hidden";
  for (const bool frozen : {false, true}) {
    const auto page = shown_to(domain::Audience::customer, frozen);
    EXPECT_TRUE(told(page, "Teutonia"));
    for (const auto& word : secret) {
      if (told(agreed, word)) continue;
      EXPECT_FALSE(told(page, word)) << word << " in " << page;
    }
    for (const std::string figure : {"confidence", "progress\":0", "attitude", "competitor"})
      EXPECT_FALSE(told(page, figure)) << figure << " in " << page;
  }
}

TEST_P(SharedStory, FrozenLosesWhatTheCustomerTookBackAndKeepsTheRest) {
  const auto all = testimonials();
  ASSERT_LE(2u, all.size());
  const auto& withdrawn = all[0];
  auto unreleased = withdrawn, reworded = withdrawn, archived = withdrawn;
  unreleased.released = false;
  reworded.text = std::string("Nein.");
  archived.archived_at = context.now();
  int version = withdrawn.version;
  const auto put = [&](domain::Testimonial one) {
    one.version = ++version;
    database.write(account, [&](store::Session& session) {
      store::update(session, one);
      return 0;
    });
  };
  const auto frozen = share(domain::Audience::customer, true).token;
  const auto told = [&](const domain::Testimonial& one) {
    const auto page = open(frozen);
    return page.find(mapping::to_json(std::string(one.text))) != page.npos;
  };
  for (const auto& taken_back : {unreleased, reworded, archived}) {
    EXPECT_TRUE(told(withdrawn));
    put(taken_back);
    EXPECT_FALSE(told(withdrawn));
    EXPECT_TRUE(told(all[1]));
    put(withdrawn);
  }
}

TEST_P(SharedStory, FrozenOfOldTellsTheCustomerNoMeeting) {
  const auto link = share(domain::Audience::customer, true).link;
  auto kept = page::one_pager(context, account, domain::Audience::customer, {});
  kept.meetings = {{domain::MeetingKind::check_in, context.now(), "Raum Takt"}};
  const auto shown = page::shared_page(context, link, "", mapping::to_json(kept));
  EXPECT_TRUE(shown.page.meetings.empty());
}

TEST_P(SharedStory, FrozenForOurOwnKeepsItsMeetings) {
  const auto page = shown_to(domain::Audience::team, true);
  EXPECT_NE(page.npos, page.find("Raum Takt"));
}

TEST_P(SharedStory, IsToldByTheOrganisationsClock) {
  const auto zone = database.read([](store::Session& session) {
    return store::must_find<domain::Organisation>(session, store::organisation_ledger()).time_zone;
  });
  EXPECT_NE("UTC", zone);
  const auto page = shown_to(domain::Audience::team, false);
  EXPECT_NE(page.npos, page.find("\"timeZone\":\"" + std::string(zone) + "\"")) << page;
}

TEST_P(SharedStory, KeepsOpenQuestionsInTheTeam) {
  std::set<std::string> questions;
  database.read(
      [&](store::Session& session) { collect<domain::OpenQuestion>(session, "text", questions); });
  const auto management = shown_to(domain::Audience::management, false);
  for (const auto& question : questions)
    EXPECT_EQ(management.npos, management.find(question)) << question;
}

TAKT_ON_BOTH_DATABASES(SharedStory);

}  // namespace
}  // namespace takt::tests
