#include <algorithm>
#include <barrier>

#include "page/portfolio.hpp"
#include "server.hpp"

namespace takt::tests {
namespace {

class PortfolioView : public OnBothDatabases {
 protected:
  static std::string path(const std::string& id) { return "/api/v1/portfolio-views/" + id; }
  static std::string body(const std::string& name, const std::string& choice = "{}") {
    return R"({"name":")" + name + R"(","choice":)" + choice + "}";
  }
  Answer keep(const Person& person, const std::string& name, const std::string& choice = "{}") {
    return browser(person).put(path(new_id()), body(name, choice));
  }
  json::value views(const Person& person) {
    return browser(person).get("/api/v1/portfolio-views").body;
  }
  std::string names(const Person& person) {
    const auto all = views(person);
    std::string out;
    for (const auto& one : all.at("kept").as_array())
      out += std::string(one.at("view").at("name").as_string()) + " ";
    return out;
  }
};

TEST_P(PortfolioView, IsKeptWithWhatItChoosesAndCountsItsAccountsNow) {
  const auto loud = account();
  account();
  const auto kept = keep(katrin, "Wartet", R"({"waiting":true,"order":"share","reversed":true})");
  ASSERT_EQ(200, kept.status) << kept.text;
  auto view = views(katrin).at("kept").at(0);
  EXPECT_EQ(0, view.at("accounts").as_int64());
  browser(jonas).post("/api/v1/accounts/" + loud + "/signals", R"({"title":"x"})");
  const auto all = views(katrin);
  view = all.at("kept").at(0);
  EXPECT_EQ(1, view.at("accounts").as_int64()) << "without waiting for the background";
  const auto& choice = view.at("view").at("choice");
  EXPECT_TRUE(choice.at("waiting").as_bool());
  EXPECT_EQ("share", choice.at("order").as_string());
  EXPECT_TRUE(choice.at("reversed").as_bool());
  EXPECT_TRUE(choice.at("health").is_null());
  EXPECT_EQ(2, all.at("kinds").at("all").as_int64());
  EXPECT_EQ(1, all.at("kinds").at("waiting").as_int64());
  EXPECT_EQ("Katrin Vogt", all.at("managers").at(0).at("name").as_string());
}

TEST_P(PortfolioView, IsItsKeepersAlone) {
  const auto id = new_id();
  ASSERT_EQ(200, browser(katrin).put(path(id), body("Meine")).status);
  EXPECT_EQ("Meine ", names(katrin));
  EXPECT_EQ("", names(head));
  EXPECT_EQ("", names(jonas));
  EXPECT_EQ(404, browser(jonas).put(path(id), body("Jetzt meine")).status);
  EXPECT_EQ(204, browser(jonas).remove(path(id)).status) << "as if there were none";
  EXPECT_EQ("Meine ", names(katrin));
  EXPECT_EQ(401, browser().get("/api/v1/portfolio-views").status);
  EXPECT_EQ(204, browser(katrin).remove(path(id)).status);
  EXPECT_EQ("", names(katrin));
}

TEST_P(PortfolioView, IsRenamedAndChangedUnderItsId) {
  const auto id = new_id();
  ASSERT_EQ(200, browser(katrin).put(path(id), body("Alt")).status);
  ASSERT_EQ(200, keep(katrin, "Zweite").status);
  ASSERT_EQ(200, browser(katrin).put(path(id), body("Neu", R"({"resting":true})")).status);
  EXPECT_EQ("Neu Zweite ", names(katrin)) << "where it was";
  EXPECT_TRUE(views(katrin).at("kept").at(0).at("view").at("choice").at("resting").as_bool());
}

TEST_P(PortfolioView, HasANameThatNoOtherOneOfTheSamePersonHas) {
  ASSERT_EQ(200, keep(katrin, "Österreich").status);
  const auto same = keep(katrin, " ÖSTERREICH ");
  EXPECT_EQ(422, same.status) << same.text;
  EXPECT_EQ("/name", same.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("taken", same.body.at("errors").at(0).at("code").as_string());
  EXPECT_EQ(200, keep(jonas, "Österreich").status) << "another person's is no obstacle";
  for (const auto* wrong : {"", "   "}) EXPECT_EQ(422, keep(katrin, wrong).status);
  EXPECT_EQ(422, keep(katrin, std::string(121, 'x')).status);
  EXPECT_EQ(422, keep(katrin, "Falsch", R"({"order":"nothing"})").status);
}

TEST_P(PortfolioView, IsOneOfADozenAtMost) {
  std::vector<std::string> ids;
  for (int i = 0; i < 12; ++i) {
    ids.push_back(new_id());
    ASSERT_EQ(200, browser(katrin).put(path(ids.back()), body("V" + std::to_string(i))).status);
  }
  const auto more = keep(katrin, "eine mehr");
  EXPECT_EQ(409, more.status);
  EXPECT_EQ("enough_views", more.code());
  EXPECT_EQ(200, browser(katrin).put(path(ids[3]), body("anders")).status)
      << "one that is there can be changed";
  EXPECT_EQ(200, keep(head, "eine andere").status);
  ASSERT_EQ(204, browser(katrin).remove(path(ids[5])).status);
  EXPECT_EQ(200, keep(katrin, "eine mehr").status) << "in the place that is free again";
  EXPECT_EQ(12, views(katrin).at("most").as_int64());
}

TEST_P(PortfolioView, TakesNoMoreThanADozenWhoeverKeepsTwoAtOnce) {
  for (int i = 0; i < 11; ++i) ASSERT_EQ(200, keep(katrin, "V" + std::to_string(i)).status);
  std::barrier start(2);
  std::array<int, 2> status{};
  {
    std::vector<std::jthread> both;
    for (std::size_t i = 0; i < 2; ++i)
      both.emplace_back([&, i] {
        start.arrive_and_wait();
        status[i] = keep(katrin, "Letzte " + std::to_string(i)).status;
      });
  }
  std::ranges::sort(status);
  EXPECT_EQ((std::array{200, 409}), status);
  EXPECT_EQ(12u, views(katrin).at("kept").as_array().size());
}

TEST_P(PortfolioView, OfTwoOfOneNameAtOnceOneIsKept) {
  for (int round = 0; round < 5; ++round) {
    std::barrier start(2);
    std::array<int, 2> status{};
    {
      std::vector<std::jthread> both;
      for (std::size_t i = 0; i < 2; ++i)
        both.emplace_back([&, i] {
          start.arrive_and_wait();
          status[i] = keep(katrin, "Gleich " + std::to_string(round)).status;
        });
    }
    std::ranges::sort(status);
    EXPECT_EQ((std::array{200, 422}), status);
  }
}

TEST_P(PortfolioView, ShowsNoAccountThatItsKeeperSeesNoMore) {
  const auto made = account();
  ASSERT_EQ(200, keep(jonas, "Katrins", R"({"manager":")" + katrin.id + "\"}").status);
  ASSERT_EQ(200, keep(jonas, "Dieser", R"({"parent":")" + made + "\"}").status);
  EXPECT_EQ(1, views(jonas).at("kept").at(0).at("accounts").as_int64());
  const auto team = browser(katrin).get("/api/v1/accounts/" + made + "/team-members");
  for (const auto& member : team.body.as_array())
    if (member.at("user").as_string() == jonas.id) {
      const auto id = std::string(member.at("id").as_string());
      ASSERT_EQ(200, browser(katrin)
                         .remove("/api/v1/team-members/" + id,
                                 std::to_string(member.at("version").as_int64()))
                         .status);
    }
  const auto left = views(jonas);
  for (const auto& one : left.at("kept").as_array()) EXPECT_EQ(0, one.at("accounts").as_int64());
  EXPECT_EQ(0, left.at("kinds").at("all").as_int64());
  EXPECT_TRUE(left.at("managers").as_array().empty());
}

TEST_P(PortfolioView, GoesWhenItsKeeperIsErased) {
  const auto person = add_user("Weg Da", "member");
  ASSERT_EQ(200, keep(person, "Meine", R"({"search":"Teutonia"})").status);
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + person.id, "1").status);
  const auto erased = browser(admin).post("/api/v1/users/" + person.id + "/erase", "", "2");
  ASSERT_EQ(204, erased.status) << erased.text;
  EXPECT_EQ(0, app->context().database.read([&](store::Session& session) {
    return session.value<int>("select count(*) from portfolio_view").value_or(-1);
  }));
}

TAKT_ON_BOTH_DATABASES(PortfolioView);

}  // namespace
}  // namespace takt::tests
