// State sentences: the figures of the pages that they open, and of what the reader sees only.

#include <algorithm>
#include <cmath>

#include "cli/demo.hpp"
#include "page/cockpit.hpp"
#include "page/own_sentence.hpp"
#include "page/portfolio.hpp"
#include "server.hpp"
#include "store/account_store.hpp"

namespace takt::tests {
namespace {

std::string kinds(const json::value& sentence) {
  std::string out;
  for (const auto& clause : sentence.as_array())
    out += std::string(clause.at("kind").as_string()) + ' ';
  return out;
}

const json::value& clause(const json::value& sentence, const std::string& kind) {
  for (const auto& each : sentence.as_array())
    if (each.at("kind").as_string() == kind) return each;
  throw std::runtime_error("no clause " + kind + " in " + json::serialize(sentence));
}

class Sentences : public OnBothDatabases {
 protected:
  json::value cockpit(const std::string& account, const std::string& query = "") {
    return browser(katrin).get("/api/v1/accounts/" + account + "/cockpit" + query).body;
  }
  json::value sentence(const std::string& account) { return cockpit(account).at("sentence"); }
  json::value of_portfolio(const Person& person, const std::string& query = "") {
    while (page::refresh_portfolio(app->context(), 100) > 0) {
    }
    return browser(person).get("/api/v1/portfolio" + query).body.at("sentence");
  }
  json::value own(const Person& person) {
    return browser(person).get("/api/v1/my-work/sentence").body;
  }
  void check_in(const Plan& plan, double value, int days_ago = 0) {
    EXPECT_EQ(201,
              browser(katrin)
                  .post("/api/v1/key-results/" + plan.key_result + "/check-ins",
                        json::serialize(json::object{
                            {"value", value}, {"confidence", 7}, {"effectiveOn", date(-days_ago)}}))
                  .status);
  }
};

TEST_P(Sentences, OfAnEmptyAccountTellTheNextStep) {
  EXPECT_EQ("no_cycle ", kinds(sentence(account())));
}

TEST_P(Sentences, OfAnAccountRepeatTheFiguresOfItsCockpit) {
  const auto made = plan();
  EXPECT_EQ("not_measured ", kinds(sentence(made.account)));
  check_in(made, 5);
  const auto page = cockpit(made.account);
  const auto& progress = clause(page.at("sentence"), "progress");
  EXPECT_EQ(page.at("progress"), progress.at("value"));
  EXPECT_EQ(page.at("expected"), progress.at("target"));
  EXPECT_EQ(made.cycle, progress.at("of").as_string());
  browser(jonas).post("/api/v1/accounts/" + made.account + "/signals", R"({"title":"x"})");
  EXPECT_EQ("progress signals_waiting ", kinds(sentence(made.account)));
}

TEST_P(Sentences, OfAnAccountTurnGraveWithTime) {
  const auto made = plan();
  check_in(made, 5);
  browser(jonas).post("/api/v1/accounts/" + made.account + "/signals", R"({"title":"x"})");
  let_pass(std::chrono::hours{24 * 25});
  katrin = signed_in(katrin.id);
  const auto now = sentence(made.account);
  EXPECT_EQ("progress key_result_silent signals_overdue ", kinds(now));
  EXPECT_EQ(25, clause(now, "key_result_silent").at("days").as_int64());
  EXPECT_EQ(made.key_result, clause(now, "key_result_silent").at("of").as_string());
  EXPECT_EQ("bad", clause(now, "signals_overdue").at("severity").as_string());
}

TEST_P(Sentences, OfAnAccountAreOfItsPresentCycleWhicheverIsShown) {
  const auto made = plan();
  check_in(made, 5);
  const auto next = browser(katrin).post(
      "/api/v1/accounts/" + made.account + "/cycles",
      R"({"name":"2027 H1","startsOn":")" + date(121) + R"(","endsOn":")" + date(300) + "\"}");
  ASSERT_EQ(201, next.status) << next.text;
  const auto shown = cockpit(made.account, "?cycle=" + next.id());
  EXPECT_EQ(next.id(), shown.at("cycle").as_string());
  EXPECT_EQ(sentence(made.account), shown.at("sentence"));
}

TEST_P(Sentences, OfACycleInReviewCountWhatIsOpenAsTheReviewDoes) {
  const auto made = plan();
  check_in(made, 5);
  const auto path = "/api/v1/cycles/" + made.cycle;
  const auto now = browser(katrin).get(path);
  ASSERT_EQ(200, browser(katrin).patch(path, R"({"state":"review"})", now.version()).status);
  EXPECT_EQ(1, clause(sentence(made.account), "review_open").at("count").as_int64());
  EXPECT_EQ(1, browser(katrin).get(path + "/review").body.at("undecided").as_int64());
  ASSERT_EQ(201, browser(katrin)
                     .post("/api/v1/objectives/" + made.objective + "/reviews",
                           R"({"decision":"done","lesson":"x"})")
                     .status);
  EXPECT_EQ("review_done ", kinds(sentence(made.account)));
}

TEST_P(Sentences, OfThePortfolioCountOnlyWhatTheReaderSees) {
  const auto made = plan();
  check_in(made, 0);
  const auto of_head = of_portfolio(head);
  EXPECT_EQ(made.account, clause(of_head, "accounts_at_risk").at("of").as_string());
  EXPECT_EQ("Teutonia", clause(of_head, "accounts_at_risk").at("name").as_string());
  const auto stranger = add_user("Fremd", "member");
  const auto of_stranger = of_portfolio(stranger);
  EXPECT_EQ("no_account ", kinds(of_stranger));
  EXPECT_EQ(std::string::npos, json::serialize(of_stranger).find("Teutonia"));
}

TEST_P(Sentences, OfThePortfolioStayTheSameHoweverItIsNarrowed) {
  const auto made = plan();
  check_in(made, 0);
  account();
  const auto all = of_portfolio(head);
  EXPECT_EQ("accounts_none_on_track accounts_pending accounts_at_risk ", kinds(all));
  for (const auto* query : {"?health=pending", "?search=nichts", "?waiting=true", "?order=name"})
    EXPECT_EQ(all, of_portfolio(head, query)) << query;
}

TEST_P(Sentences, OfOnesWorkCountWhatItLists) {
  EXPECT_EQ("nothing_owed ", kinds(own(katrin)));
  const auto made = plan();
  const auto list = browser(katrin).get("/api/v1/key-results/" + made.key_result);
  ASSERT_EQ(200, browser(katrin)
                     .patch("/api/v1/key-results/" + made.key_result,
                            R"({"owner":")" + katrin.id + "\"}", list.version())
                     .status);
  EXPECT_EQ(201, browser(katrin)
                     .post("/api/v1/accounts/" + made.account + "/actions",
                           R"({"title":"anrufen","assignee":")" + katrin.id + R"(","due":")" +
                               date(-2) + "\"}")
                     .status);
  check_in(made, 5);
  const auto now = own(katrin);
  EXPECT_EQ("own_fresh owed_all_overdue ", kinds(now));
  EXPECT_EQ(1, clause(now, "owed_all_overdue").at("count").as_int64());
  EXPECT_EQ("nothing_owed ", kinds(own(jonas)));
}

TAKT_ON_BOTH_DATABASES(Sentences);

class DemoSentences : public testing::TestWithParam<std::string> {
 protected:
  DemoSentences() {
    store::migrate(database);
    cli::tell_demo_story(context, domain::Language::de);
  }
  domain::Account account(const std::string& code) {
    const auto all =
        database.peek([](store::Session& session) { return store::accounts(session, {}); });
    return *std::ranges::find(all, code, [](const auto& one) { return std::string(one.code); });
  }
  domain::Sentence sentence(const std::string& code) {
    return page::cockpit(context, account(code).id, {}).sentence;
  }

  NewDatabase made{GetParam() == "PostgreSQL"};
  store::Database database{made.location, 2};
  domain::Instant now{std::chrono::sys_days{std::chrono::year{2026} / 11 / 24} +
                      std::chrono::hours{9}};
  access::Context context{database, [this] { return now; }};
};

TEST_P(DemoSentences, OfTeutoniaSayWhatItsTeamHasToKnow) {
  using K = domain::ClauseKind;
  const auto told = sentence("TEU");
  ASSERT_EQ(4u, told.size());
  EXPECT_EQ(K::progress, told[0].kind);
  EXPECT_EQ(55, std::lround(told[0].value.value() * 100));
  EXPECT_EQ(37, std::lround(told[0].target.value() * 100));
  EXPECT_EQ(K::share_rose, told[1].kind);
  EXPECT_EQ(40, std::lround(told[1].before.value() * 100));
  EXPECT_EQ(44, std::lround(told[1].value.value() * 100));
  EXPECT_EQ(50, std::lround(told[1].target.value() * 100));
  EXPECT_EQ(K::roll_out_silent, told[2].kind);
  EXPECT_EQ(19, told[2].days);
  EXPECT_EQ(K::signals_overdue, told[3].kind);
  EXPECT_EQ(1, told[3].count);
}

INSTANTIATE_TEST_SUITE_P(On, DemoSentences, testing::Values("SQLite", "PostgreSQL"),
                         [](const auto& each) { return each.param; });

}  // namespace
}  // namespace takt::tests
