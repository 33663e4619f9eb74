#include "page/portfolio.hpp"

#include "server.hpp"

namespace takt::tests {
namespace {

class Portfolio : public OnBothDatabases {
 protected:
  json::value page(const Person& person, const std::string& query = "") {
    while (page::refresh_portfolio(app->context(), 100) > 0) {
    }
    return browser(person).get("/api/v1/portfolio" + query).body;
  }
};

TEST_P(Portfolio, PageCostsTheSameFewStatementsHoweverManyAccounts) {
  auto heads = browser(head);
  const auto cost = [&] {
    page(head);
    const auto before = app->context().database.statements();
    EXPECT_EQ(200, heads.get("/api/v1/portfolio").status);
    return app->context().database.statements() - before;
  };
  plan();
  cost();
  const auto few = cost();
  for (int i = 0; i < 12; ++i) account();
  EXPECT_EQ(few, cost());
  EXPECT_LE(few, 8);
}

TEST_P(Portfolio, ShowsTheHeadAllAccountsAndOthersTheirOwn) {
  account();
  account();
  EXPECT_EQ(2, page(head).at("accounts").as_int64());
  EXPECT_EQ(2, page(jonas).at("accounts").as_int64());
  EXPECT_EQ(0, page(admin).at("accounts").as_int64());
}

TEST_P(Portfolio, NewAccountIsThereAtOnceWithItsManagerAndRunningCycle) {
  plan();
  const auto lines = browser(katrin).get("/api/v1/portfolio").body.at("lines").as_array();
  ASSERT_EQ(1u, lines.size());
  EXPECT_EQ("Teutonia", lines[0].at("name").as_string());
  EXPECT_EQ("2026 H2", lines[0].at("cycle").as_string());
  EXPECT_EQ("Katrin Vogt", lines[0].at("managers").at(0).as_string());
}

TEST_P(Portfolio, LinesFollowWhatHappensAtOnce) {
  const auto made = plan();
  EXPECT_EQ("pending", page(head).at("lines").at(0).at("figures").at("health").as_string());
  browser(jonas).post("/api/v1/key-results/" + made.key_result + "/check-ins",
                      R"({"value":9,"confidence":8,"effectiveOn":")" + date(0) + "\"}");
  browser(jonas).post("/api/v1/accounts/" + made.account + "/signals", R"({"title":"x"})");
  // Without waiting for the background: the lines on the page are made again when they are read.
  const auto line = browser(head).get("/api/v1/portfolio").body.at("lines").at(0).at("figures");
  EXPECT_EQ("on_track", line.at("health").as_string());
  EXPECT_EQ(1, line.at("waiting").as_int64());
}

TEST_P(Portfolio, IsSearchedFilteredAndPutInOrder) {
  const auto calm = account();
  const auto loud = account();
  browser(jonas).post("/api/v1/accounts/" + loud + "/signals", R"({"title":"x"})");
  EXPECT_EQ(1, page(head, "?waiting=true").at("accounts").as_int64());
  EXPECT_EQ(loud,
            page(head, "?order=waiting").at("lines").at(0).at("figures").at("account").as_string());
  EXPECT_EQ(1, page(head, "?search=t1").at("accounts").as_int64());
  EXPECT_EQ(0, page(head, "?search=100%25").at("accounts").as_int64());
  const auto all = page(head, "").at("accounts").as_int64();
  for (const char* nothing : {"%CC%81", "%E2%80%8B", "%CC%88%E2%80%8D"})
    EXPECT_EQ(all, page(head, std::string("?search=") + nothing).at("accounts").as_int64())
        << nothing << " leaves nothing to search for";
  EXPECT_EQ(0, page(head, "?health=at_risk").at("accounts").as_int64());
}

TEST_P(Portfolio, FindsUmlautsAndPutsThemInOrderOnEveryDatabase) {
  const auto add = [&](const std::string& name, const std::string& code) {
    const auto made =
        browser(head).post("/api/v1/accounts?manager=" + katrin.id,
                           json::serialize(json::value{{"name", name}, {"code", code}}));
    EXPECT_EQ(201, made.status) << made.text;
    return made;
  };
  // The first one decomposed, as a Mac's file names are.
  const auto foundry = add("O\u0308sterreichische Gießwerke", "A1");
  EXPECT_EQ("Österreichische Gießwerke", foundry.body.at("name").as_string());
  add("Müller & Söhne", "A2");
  add("Übersee AG", "A3");
  add("Zange 100% GmbH", "A4");
  add("Ulm Werk_2", "A5");
  add("apfel eG", "A6");
  add("Ost Handel", "A7");
  add("Ozean", "A8");
  const auto found = [&](const std::string& term) {
    std::string encoded;
    for (const unsigned char byte : term) {
      constexpr const char* kDigits = "0123456789ABCDEF";
      encoded += {'%', kDigits[byte >> 4], kDigits[byte & 15]};
    }
    const auto lines = page(head, "?order=name&search=" + encoded).at("lines").as_array();
    std::string names;
    for (const auto& line : lines)
      names += (names.empty() ? "" : ", ") + std::string(line.at("name").as_string());
    return names;
  };
  for (const char* term : {"österreich", "ÖSTERREICH", "O\u0308sterreich", "osterreich",
                           "giesswerke", "GIESSWERKE", "gießwerke", "Ｇｉｅｓｓ"})
    EXPECT_EQ("Österreichische Gießwerke", found(term)) << term;
  EXPECT_EQ("Müller & Söhne", found("MÜLLER"));
  EXPECT_EQ("Übersee AG", found("ÜBERSEE"));
  EXPECT_EQ("Zange 100% GmbH", found("100%"));
  EXPECT_EQ("Zange 100% GmbH", found("％"));
  EXPECT_EQ("Ulm Werk_2", found("_"));
  EXPECT_EQ("", found("\\"));
  const std::string in_order =
      "apfel eG, Müller & Söhne, Ost Handel, Österreichische Gießwerke, Ozean, Übersee AG, "
      "Ulm Werk_2, Zange 100% GmbH";
  EXPECT_EQ(in_order, found(""));
  std::string names;
  const auto accounts = browser(head).get("/api/v1/accounts");
  for (const auto& account : accounts.body.as_array())
    names += (names.empty() ? "" : ", ") + std::string(account.at("name").as_string());
  EXPECT_EQ(in_order, names);
  // A new name is found at once, the old one no longer.
  const auto path = "/api/v1/accounts/" + foundry.id();
  ASSERT_EQ(200, browser(katrin).patch(path, R"({"name":"Ärzte AG"})", "1").status);
  EXPECT_EQ("Ärzte AG", found("ÄRZTE"));
  EXPECT_EQ("", found("österreich"));
}

TEST_P(Portfolio, PutsPeopleInOrderToo) {
  add_user("Zoe Adam", "member");
  add_user("Özlem Kaya", "member");
  add_user("Oskar Wild", "member");
  std::vector<std::string> names;
  const auto users = browser(head).get("/api/v1/users");
  for (const auto& user : users.body.as_array()) names.emplace_back(user.at("name").as_string());
  EXPECT_EQ((std::vector<std::string>{"Jonas Albers", "Katrin Vogt", "Oskar Wild", "Özlem Kaya",
                                      "Tom Lindqvist", "Ute Krämer", "Zoe Adam"}),
            names);
}

TEST_P(Portfolio, AgilityCheckNamesItsFiguresWithTheirRawNumbers) {
  const auto made = plan();
  browser(jonas).post("/api/v1/accounts/" + made.account + "/signals",
                      R"({"title":"x","nature":"threat","impact":5,"likelihood":5})");
  let_pass(std::chrono::hours{24 * 20});
  const auto agility = browser(katrin).get("/api/v1/accounts/" + made.account + "/agility").body;
  const auto& figures = agility.at("now").at("figures").as_array();
  ASSERT_EQ(7u, figures.size());
  EXPECT_EQ("response", figures[2].at("code").as_string());
  EXPECT_EQ("answer_signals", figures[2].at("advice").as_string());
  EXPECT_EQ(0, figures[2].at("raw").at(1).to_number<double>());
  EXPECT_EQ(1, figures[2].at("raw").at(2).to_number<double>());
}

TAKT_ON_BOTH_DATABASES(Portfolio);

}  // namespace
}  // namespace takt::tests
