// An account's profile, the account that it is a part of, and what a reader sees of a group.

#include "server.hpp"
#include "store/entity_store.hpp"

namespace takt::tests {
namespace {

class Children : public OnBothDatabases {
 protected:
  /// An account of that person's alone.
  std::string add(const std::string& name, const Person& manager, const std::string& more = "") {
    const auto made = browser(head).post(
        "/api/v1/accounts?manager=" + manager.id,
        R"({"name":")" + name + R"(","code":"C)" + std::to_string(++added_) + "\"" + more + "}");
    EXPECT_EQ(201, made.status) << made.text;
    return made.id();
  }
  Answer change(const Person& person, const std::string& account, const std::string& body) {
    auto own = browser(person);
    const auto path = "/api/v1/accounts/" + account;
    return own.patch(path, body, browser(head).get(path).version());
  }
  Answer put_below(const Person& person, const std::string& account, const std::string& parent) {
    return change(person, account, R"({"parent":")" + parent + "\"}");
  }
  void join(const Person& manager, const std::string& account, const Person& person,
            const std::string& role = "member") {
    const auto answer =
        browser(manager).post("/api/v1/accounts/" + account + "/team-members",
                              R"({"user":")" + person.id + R"(","role":")" + role + "\"}");
    EXPECT_EQ(201, answer.status) << answer.text;
  }
  /// Pointers and codes of what was refused.
  static std::string refusal(const Answer& answer) {
    std::string out = std::to_string(answer.status);
    if (answer.status != 422) return out;
    for (const auto& error : answer.body.at("errors").as_array())
      out += ' ' + std::string(error.at("pointer").as_string()) + ' ' +
             std::string(error.at("code").as_string());
    return out;
  }
  json::value children(const Person& person, const std::string& account) {
    const auto answer = browser(person).get("/api/v1/accounts/" + account + "/children");
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  static std::vector<std::string> names(const json::value& portfolio) {
    std::vector<std::string> out;
    for (const auto& line : portfolio.at("lines").as_array())
      out.emplace_back(line.at("name").as_string());
    std::ranges::sort(out);
    return out;
  }
  void enter_year(const Person& person, const std::string& account, int volume, int demand) {
    auto own = browser(person);
    const auto base = "/api/v1/accounts/" + account;
    const auto area = own.post(base + "/product-areas", R"({"name":"a"})").id();
    for (const char* starts_on : {"2025-10-01", "2026-01-01", "2026-04-01", "2026-07-01"}) {
      const auto answer = own.post(base + "/supply-records",
                                   R"({"productArea":")" + area + R"(","startsOn":")" + starts_on +
                                       R"(","volume":)" + std::to_string(volume) + R"(,"demand":)" +
                                       std::to_string(demand) + "}");
      EXPECT_EQ(201, answer.status) << answer.text;
    }
  }
  using Names = std::vector<std::string>;

 private:
  int added_ = 0;
};

TEST_P(Children, ProfileIsKeptAndStandsInTheLog) {
  const auto group = add("Teutonia SE", katrin);
  const auto account = add("Teutonia Professional", katrin);
  const std::string figures =
      R"([{"name":"Umsatz","value":4.2,"unit":"Mrd. EUR","of":"GJ 2025/26"},)"
      R"({"name":"Mitarbeitende","value":18300,"unit":"","of":""}])";
  const auto saved = change(katrin, account,
                            R"({"purchasingStrategy":"Zwei je Produktbereich",)"
                            R"("customerFiscalMonth":10,"externalId":"CRM-4711","keyFigures":)" +
                                figures + R"(,"parent":")" + group + "\"}");
  ASSERT_EQ(200, saved.status) << saved.text;
  const auto read = browser(jonas).get("/api/v1/accounts/" + account);
  EXPECT_EQ(404, read.status);
  const auto kept = browser(katrin).get("/api/v1/accounts/" + account).body;
  EXPECT_EQ("Zwei je Produktbereich", kept.at("purchasingStrategy").as_string());
  EXPECT_EQ(10, kept.at("customerFiscalMonth").as_int64());
  EXPECT_EQ("CRM-4711", kept.at("externalId").as_string());
  EXPECT_EQ(group, kept.at("parent").as_string());
  ASSERT_EQ(2u, kept.at("keyFigures").as_array().size());
  EXPECT_EQ(4.2, kept.at("keyFigures").at(0).at("value").to_number<double>());
  EXPECT_EQ("GJ 2025/26", kept.at("keyFigures").at(0).at("of").as_string());
  const auto log = browser(katrin).get("/api/v1/accounts/" + account + "/activity").body;
  const auto& after = log.at("changes").at(0).at("after");
  EXPECT_EQ(group, after.at("parent").as_string());
  EXPECT_EQ("Umsatz", after.at("keyFigures").at(0).at("name").as_string());
  EXPECT_NE(std::string::npos, json::serialize(log.at("names")).find("Teutonia SE"));
  // All of it can be taken out again.
  const auto emptied = change(katrin, account,
                              R"({"purchasingStrategy":"","customerFiscalMonth":null,)"
                              R"("externalId":"","keyFigures":[],"parent":null})");
  ASSERT_EQ(200, emptied.status) << emptied.text;
  EXPECT_TRUE(emptied.body.at("customerFiscalMonth").is_null());
  EXPECT_TRUE(emptied.body.at("parent").is_null());
  EXPECT_TRUE(app->context().database.read(store::verify_chains).empty());
}

TEST_P(Children, FourKeyFiguresAtMostEachNamedOnce) {
  const auto account = add("Teutonia", katrin);
  const auto with = [&](const Names& figures) {
    std::string list;
    for (const auto& name : figures)
      list += (list.empty() ? "" : ",") + (R"({"name":")" + name + R"(","value":1})");
    return refusal(change(katrin, account, R"({"keyFigures":[)" + list + "]}"));
  };
  EXPECT_EQ("200", with({"Umsatz", "EBIT", "Werke", "Mitarbeitende"}));
  EXPECT_EQ("422 /keyFigures too_many", with({"a", "b", "c", "d", "e"}));
  EXPECT_EQ("422 /keyFigures/1/name named_twice", with({"Umsatz", "UMSATZ"}));
  EXPECT_EQ("422 /keyFigures/0/name required", with({""}));
  EXPECT_EQ("422 /keyFigures/0/value required",
            refusal(change(katrin, account, R"({"keyFigures":[{"name":"Umsatz"}]})")));
  EXPECT_EQ("422 /customerFiscalMonth out_of_range",
            refusal(change(katrin, account, R"({"customerFiscalMonth":13})")));
}

TEST_P(Children, IdInTheCrmBelongsToOnePresentAccount) {
  const auto first = add("Erster", katrin, R"(,"externalId":"4711")");
  const auto second = add("Zweiter", katrin);
  add("Ohne", katrin);
  EXPECT_EQ("422 /externalId taken", refusal(change(katrin, second, R"({"externalId":" 4711 "})")));
  auto katrins = browser(katrin);
  const auto path = "/api/v1/accounts/" + first;
  ASSERT_EQ(200, katrins.remove(path, "1").status);
  EXPECT_EQ(200, change(katrin, second, R"({"externalId":"4711"})").status);
  EXPECT_EQ("422 /externalId taken", refusal(katrins.restore(path, "2")));
  ASSERT_EQ(200, change(katrin, second, R"({"externalId":""})").status);
  EXPECT_EQ(200, katrins.restore(path, "2").status);
  const auto found = browser(head).get("/api/v1/portfolio?search=4711").body;
  EXPECT_EQ(Names{"Erster"}, names(found));
}

TEST_P(Children, ParentIsAnotherAccountThatOneSees) {
  const auto account = add("Teutonia Professional", katrin);
  const auto foreign = add("Kessler", jonas);
  const auto archived = add("Alt", katrin);
  ASSERT_EQ(200, browser(katrin).remove("/api/v1/accounts/" + archived, "1").status);
  // Whether it exists is not told.
  for (const auto& unknown : {foreign, new_id(), archived})
    EXPECT_EQ("422 /parent unknown_account", refusal(put_below(katrin, account, unknown)));
  EXPECT_EQ("200", refusal(put_below(head, account, foreign)));
  // Whoever does not see it leaves it as it is.
  EXPECT_EQ("200", refusal(change(katrin, account, R"({"industry":"Hausgeräte"})")));
  EXPECT_TRUE(browser(katrin)
                  .get("/api/v1/accounts/" + account + "/permissions")
                  .body.at("parent")
                  .is_null());
  const auto log = browser(katrin).get("/api/v1/accounts/" + account + "/activity").body;
  EXPECT_EQ(std::string::npos, json::serialize(log.at("names")).find("Kessler"));
  // A new account has one at once.
  const auto born = add("Born", katrin, R"(,"parent":")" + foreign + "\"");
  EXPECT_EQ(foreign, browser(head).get("/api/v1/accounts/" + born).body.at("parent").as_string());
}

TEST_P(Children, NothingStandsAboveItself) {
  const auto top = add("Oben", katrin);
  const auto middle = add("Mitte", katrin);
  const auto low = add("Unten", katrin);
  EXPECT_EQ("422 /parent below_itself", refusal(put_below(katrin, top, top)));
  ASSERT_EQ("200", refusal(put_below(katrin, middle, top)));
  ASSERT_EQ("200", refusal(put_below(katrin, low, middle)));
  EXPECT_EQ("422 /parent below_itself", refusal(put_below(katrin, top, low)));
  // One that the writer does not see is unknown, wherever it stands.
  const auto hidden = add("Verborgen", jonas);
  ASSERT_EQ("200", refusal(put_below(head, hidden, low)));
  EXPECT_EQ("422 /parent unknown_account", refusal(put_below(katrin, top, hidden)));
  // What is archived keeps its place: nothing closes a circle when it comes back.
  const auto path = "/api/v1/accounts/" + middle;
  ASSERT_EQ(200, browser(katrin).remove(path, "2").status);
  EXPECT_EQ("422 /parent below_itself", refusal(put_below(katrin, top, low)));
  EXPECT_EQ(200, browser(katrin).restore(path, "3").status);
}

TEST_P(Children, ArchivedParentIsKeptAndNamedSo) {
  const auto group = add("Konzern", katrin);
  const auto account = add("Tochter", katrin);
  ASSERT_EQ("200", refusal(put_below(katrin, account, group)));
  ASSERT_EQ(200, browser(katrin).remove("/api/v1/accounts/" + group, "1").status);
  const auto parent =
      browser(katrin).get("/api/v1/accounts/" + account + "/permissions").body.at("parent");
  EXPECT_EQ("Konzern", parent.at("name").as_string());
  EXPECT_TRUE(parent.at("archivedAt").is_string());
  EXPECT_EQ("200", refusal(change(katrin, account, R"({"industry":"Hausgeräte"})")));
  // An archived child is no child to count, and what stands below it still is one.
  const auto grandchild = add("Enkel", katrin);
  ASSERT_EQ("200", refusal(put_below(katrin, grandchild, account)));
  ASSERT_EQ(200, browser(katrin).restore("/api/v1/accounts/" + group, "2").status);
  EXPECT_EQ((Names{"Enkel", "Tochter"}), names(children(katrin, group).at("portfolio")));
  ASSERT_EQ(200, browser(katrin).remove("/api/v1/accounts/" + account, "3").status);
  EXPECT_EQ(Names{"Enkel"}, names(children(katrin, group).at("portfolio")));
  EXPECT_EQ(0, children(katrin, group).at("hidden").as_int64());
}

TEST_P(Children, AreShownToWhoeverSeesThemAndCountedForTheOthers) {
  const auto stefan = add_user("Dr. Stefan Rehberg", "member");
  const auto meike = add_user("Meike Oltmann", "member");
  const auto group = add("Konzern", katrin);
  const auto child = add("Tochter", jonas);
  const auto grandchild = add("Enkel", jonas);
  add("Fremd", jonas);
  ASSERT_EQ("200", refusal(put_below(head, child, group)));
  ASSERT_EQ("200", refusal(put_below(jonas, grandchild, child)));
  join(katrin, group, stefan, "observer");
  join(jonas, child, stefan, "observer");
  join(jonas, child, meike);
  const auto seen = [&](const Person& person) {
    const auto page = children(person, group);
    EXPECT_EQ(page.at("portfolio").at("accounts").as_int64(),
              static_cast<std::int64_t>(page.at("portfolio").at("lines").as_array().size()));
    return std::pair(names(page.at("portfolio")), page.at("hidden").as_int64());
  };
  EXPECT_EQ(std::pair(Names({"Enkel", "Tochter"}), std::int64_t{0}), seen(head));
  EXPECT_EQ(std::pair(Names({"Tochter"}), std::int64_t{1}), seen(stefan));
  EXPECT_EQ(std::pair(Names(), std::int64_t{2}), seen(katrin));
  const auto told = json::serialize(children(katrin, group));
  EXPECT_EQ(std::string::npos, told.find("Tochter")) << told;
  EXPECT_EQ(std::string::npos, told.find(child)) << told;
  // Whoever is on the child's team only hears nothing of what it is a part of.
  EXPECT_EQ(404, browser(meike).get("/api/v1/accounts/" + group + "/children").status);
  const auto line = browser(meike).get("/api/v1/portfolio").body.at("lines").at(0);
  EXPECT_EQ("Tochter", line.at("name").as_string());
  EXPECT_TRUE(line.at("parent").is_null());
  EXPECT_EQ("", line.at("parentName").as_string());
  EXPECT_EQ(0, browser(meike).get("/api/v1/portfolio?parent=" + group).body.at("accounts"));
  const auto parents = browser(meike).get("/api/v1/accounts?parents=true").body.as_array();
  ASSERT_EQ(1u, parents.size());
  EXPECT_EQ("Tochter", parents[0].at("name").as_string());
}

TEST_P(Children, PortfolioNamesTheParentAndIsNarrowedToIt) {
  const auto group = add("Konzern", katrin);
  const auto child = add("Tochter", katrin);
  add("Fremd", katrin);
  ASSERT_EQ("200", refusal(put_below(katrin, child, group)));
  const auto all = browser(katrin).get("/api/v1/portfolio").body;
  EXPECT_EQ(3, all.at("accounts").as_int64());
  for (const auto& line : all.at("lines").as_array())
    EXPECT_EQ(line.at("name") == "Tochter" ? "Konzern" : "",
              std::string(line.at("parentName").as_string()));
  for (const auto* reader : {&katrin, &head}) {
    const auto family = browser(*reader).get("/api/v1/portfolio?parent=" + group).body;
    EXPECT_EQ((Names{"Konzern", "Tochter"}), names(family));
    const auto parents = browser(*reader).get("/api/v1/accounts?parents=true").body;
    ASSERT_EQ(1u, parents.as_array().size());
    EXPECT_EQ("Konzern", parents.at(0).at("name").as_string());
  }
  EXPECT_EQ(Names{"Tochter"}, names(browser(katrin).get("/api/v1/portfolio?parent=" + child).body));
}

TEST_P(Children, SumsAreThoseOfThePortfolioAndNothingEntersTheParent) {
  const auto group = add("Konzern", katrin);
  const auto large = add("Groß", jonas);
  const auto small = add("Klein", jonas);
  const auto silent = add("Still", jonas);
  for (const auto& child : {large, small, silent})
    ASSERT_EQ("200", refusal(put_below(head, child, group)));
  const auto before = browser(katrin).get("/api/v1/accounts/" + group + "/cockpit").body;
  enter_year(jonas, large, 30, 100);
  enter_year(jonas, small, 10, 20);
  browser(jonas).post("/api/v1/accounts/" + small + "/signals", R"({"title":"x"})");
  // Jonas sees the children and nothing else: his portfolio is what the head reads of the group.
  const auto page = children(head, group).at("portfolio");
  const auto portfolio = browser(jonas).get("/api/v1/portfolio").body;
  for (const char* sum :
       {"accounts", "waiting", "share", "withoutShare", "leftOutNames", "healths"})
    EXPECT_EQ(portfolio.at(sum), page.at(sum)) << sum;
  ASSERT_EQ(3u, page.at("lines").as_array().size());
  for (std::size_t i = 0; i < 3; ++i) {
    EXPECT_EQ(portfolio.at("lines").at(i).at("figures"), page.at("lines").at(i).at("figures"));
  }
  EXPECT_NEAR(40.0 / 120.0, page.at("share").to_number<double>(), 1e-12) << "a ratio of sums";
  EXPECT_EQ(R"(["Still"])", json::serialize(page.at("leftOutNames")));
  EXPECT_EQ(1, page.at("waiting").as_int64());
  EXPECT_EQ(R"([{"health":"pending","accounts":3}])", json::serialize(page.at("healths")));
  // The parent's own plan and figures are as they were.
  EXPECT_EQ(before, browser(katrin).get("/api/v1/accounts/" + group + "/cockpit").body);
  const auto own = browser(katrin).get("/api/v1/portfolio").body.at("lines").at(0).at("figures");
  EXPECT_EQ(0, own.at("waiting").as_int64());
  EXPECT_TRUE(own.at("share").is_null());
}

TEST_P(Children, ReadersGoOnceAroundACircleThatIsThereAnyway) {
  const auto one = add("Eins", katrin);
  const auto other = add("Zwei", katrin);
  app->context().database.write_apart([&](store::Session& session) {
    for (const auto& [account, parent] : {std::pair(one, other), std::pair(other, one)}) {
      auto row = store::must_find<domain::Account>(session, {account});
      row.parent = domain::Id{parent};
      ++row.version;
      store::update(session, row);
    }
  });
  EXPECT_EQ(Names{"Zwei"}, names(children(katrin, one).at("portfolio")));
  EXPECT_EQ((Names{"Eins", "Zwei"}),
            names(browser(katrin).get("/api/v1/portfolio?parent=" + one).body));
  const auto third = add("Drei", katrin);
  EXPECT_EQ("200", refusal(put_below(katrin, third, one)));
  EXPECT_EQ("200", refusal(change(katrin, one, R"({"parent":null})"))) << "the way out of it";
}

TAKT_ON_BOTH_DATABASES(Children);

}  // namespace
}  // namespace takt::tests
