#include "server.hpp"

namespace takt::tests {
namespace {

class Accounts : public OnBothDatabases {};

TEST_P(Accounts, AreSeenByTheirTeamAndTheHeadOfKamOnly) {
  const auto id = account();
  const auto stranger = add_user("Somebody Else", "member");
  EXPECT_EQ(200, browser(katrin).get("/api/v1/accounts/" + id).status);
  EXPECT_EQ(200, browser(head).get("/api/v1/accounts/" + id).status);
  EXPECT_EQ(404, browser(stranger).get("/api/v1/accounts/" + id).status);
  EXPECT_EQ(404, browser(stranger).get("/api/v1/accounts/" + id + "/cockpit").status);
  EXPECT_EQ(0u, browser(stranger).get("/api/v1/accounts").body.as_array().size());
}

TEST_P(Accounts, ShowWhatWasWrittenInTheCockpitAtOnce) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto before = katrins.get("/api/v1/accounts/" + id + "/cockpit");
  katrins.post("/api/v1/accounts/" + id + "/visions", R"({"text":"Bevorzugter Partner"})");
  const auto after = katrins.get("/api/v1/accounts/" + id + "/cockpit");
  EXPECT_TRUE(before.body.at("vision").is_null());
  EXPECT_EQ("Bevorzugter Partner", after.body.at("vision").at("text").as_string());
}

TEST_P(Accounts, CockpitAnswers304ToWhoeverHasTheRevision) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto first = katrins.get("/api/v1/accounts/" + id + "/cockpit");
  auto headers = katrins.headers();
  headers.emplace("If-None-Match", first.headers.find("ETag")->second);
  headers.emplace("Connection", "close");  // httplib waits for a 304's body otherwise
  const auto second = katrins.client().Get("/api/v1/accounts/" + id + "/cockpit", headers);
  ASSERT_TRUE(second);
  EXPECT_EQ(304, second->status);
  EXPECT_TRUE(second->body.empty());
}

TEST_P(Accounts, CockpitIsAnotherOneAfterAnUpgrade) {
  const auto path = "/api/v1/accounts/" + account() + "/cockpit";
  const auto etag_of = [&](const std::string& version, std::string_view index) {
    const std::vector<http::Asset> assets{{"/index.html", index, "", ""}};
    auto newer = settings();
    newer.version = version;
    newer.assets = assets;
    Serving upgraded(newer);
    const auto answer = Browser(upgraded->port(), katrin.cookie).get(path);
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.headers.find("ETag")->second;
  };
  const auto before = etag_of("0.1.0", "<html>1");
  EXPECT_EQ(before, etag_of("0.1.0", "<html>1"));
  EXPECT_NE(before, etag_of("0.2.0", "<html>1")) << "of another server";
  EXPECT_NE(before, etag_of("0.1.0", "<html>2")) << "of another interface";
}

TEST_P(Accounts, CockpitShowsANewNameAtOnce) {
  const auto path = "/api/v1/accounts/" + account() + "/cockpit";
  auto katrins = browser(katrin);
  const auto before = katrins.get(path);
  ASSERT_EQ(200,
            katrins.patch("/api/v1/users/" + katrin.id, R"({"name":"Katrin Sommer"})", "1").status);
  const auto after = katrins.get(path);
  EXPECT_NE(before.headers.find("ETag")->second, after.headers.find("ETag")->second);
  // The changes tell what she was called at the time.
  for (const char* part : {"people", "team"}) {
    const auto shown = json::serialize(after.body.at(part));
    EXPECT_NE(std::string::npos, shown.find("Katrin Sommer")) << shown;
    EXPECT_EQ(std::string::npos, shown.find("Katrin Vogt")) << shown;
  }
}

TEST_P(Accounts, KeptPagesFollowTheOrganisationsSettings) {
  const auto made = plan();
  auto katrins = browser(katrin);
  ASSERT_EQ(201, katrins
                     .post("/api/v1/accounts/" + made.account + "/long-term-goals",
                           R"({"title":"Rahmenvertrag","due":")" + date(700) + "\"}")
                     .status);
  const auto path = "/api/v1/accounts/" + made.account + "/long-term";
  const auto last_name = [&](const Answer& page) {
    return std::string(page.body.at("cycles").as_array().back().at("name").as_string());
  };
  auto before = katrins.get(path);
  auto toms = browser(admin);
  for (const char* setting : {R"({"cyclePattern":"GJ {yy}/{next} {period}"})",
                              R"({"fiscalMonth":10})", R"({"timeZone":"Europe/Berlin"})"}) {
    const auto own = toms.get("/api/v1/organisation");
    ASSERT_EQ(200, toms.patch("/api/v1/organisation/" + own.id(), setting, own.version()).status);
    const auto after = katrins.get(path);
    EXPECT_NE(before.headers.find("ETag")->second, after.headers.find("ETag")->second) << setting;
    if (std::string_view(setting).find("timeZone") == std::string_view::npos) {
      EXPECT_NE(last_name(before), last_name(after)) << setting;
    }
    EXPECT_EQ(after.headers.find("ETag")->second, katrins.get(path).headers.find("ETag")->second);
    before = after;
  }
}

TEST_P(Accounts, LastManagerCannotLeave) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto members = katrins.get("/api/v1/accounts/" + id + "/team-members");
  for (const auto& member : members.body.as_array()) {
    if (member.at("user").as_string() != katrin.id) continue;
    const auto path = "/api/v1/team-members/" + std::string(member.at("id").as_string());
    EXPECT_EQ("last_manager", katrins.remove(path, "1").code());
    EXPECT_EQ("last_manager", katrins.patch(path, R"({"role":"observer"})", "1").code());
  }
}

TEST_P(Accounts, AManagerWhoseUserIsArchivedIsNoOtherManager) {
  const auto id = account();
  auto katrins = browser(katrin);
  auto admins = browser(admin);
  const auto member_of = [&](const Person& person) {
    const auto members = katrins.get("/api/v1/accounts/" + id + "/team-members").body.as_array();
    for (const auto& member : members)
      if (member.at("user").as_string() == person.id)
        return "/api/v1/team-members/" + std::string(member.at("id").as_string());
    return std::string("none");
  };
  const auto own = member_of(katrin);
  ASSERT_EQ(200, katrins.patch(member_of(jonas), R"({"role":"manager"})", "1").status);
  const auto user = "/api/v1/users/" + jonas.id;
  ASSERT_EQ(200, admins.remove(user, "1").status);
  EXPECT_EQ("last_manager", katrins.patch(own, R"({"role":"observer"})", "1").code());
  EXPECT_EQ("last_manager", katrins.remove(own, "1").code());
  ASSERT_EQ(200, admins.restore(user, "2").status);
  EXPECT_EQ(200, katrins.patch(own, R"({"role":"observer"})", "1").status);
}

TEST_P(Accounts, SomebodyTakenOffTheTeamSeesNothingAnyMore) {
  const auto id = account();
  auto katrins = browser(katrin);
  auto jonases = browser(jonas);
  EXPECT_EQ(200, jonases.get("/api/v1/accounts/" + id + "/cockpit").status);
  const auto members = katrins.get("/api/v1/accounts/" + id + "/team-members");
  for (const auto& member : members.body.as_array()) {
    if (member.at("user").as_string() != jonas.id) continue;
    const auto path = "/api/v1/team-members/" + std::string(member.at("id").as_string());
    EXPECT_EQ(200, katrins.remove(path, "1").status);
  }
  EXPECT_EQ(404, jonases.get("/api/v1/accounts/" + id + "/cockpit").status);
}

TEST_P(Accounts, ArchivedSiteComesBack) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto sites = "/api/v1/accounts/" + id + "/sites";
  const auto site = katrins.post(sites, R"({"name":"Oelde"})");
  const auto path = "/api/v1/sites/" + site.id();
  EXPECT_EQ(200, katrins.remove(path, "1").status);
  EXPECT_EQ(0u, katrins.get(sites).body.as_array().size());
  EXPECT_EQ(1u, katrins.get(sites + "?archived=true").body.as_array().size());
  EXPECT_EQ(200, katrins.restore(path, "2").status);
  EXPECT_EQ(1u, katrins.get(sites).body.as_array().size());
}

TEST_P(Accounts, SitesKeepTheOrderTheyAreGiven) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto sites = "/api/v1/accounts/" + id + "/sites";
  katrins.post(sites, R"({"name":"A"})");
  katrins.post(sites, R"({"name":"B"})");
  const auto c = katrins.post(sites, R"({"name":"C"})");
  EXPECT_EQ(200,
            katrins.put("/api/v1/sites/" + c.id() + "/position", R"({"position":1})", "1").status);
  const auto list = katrins.get(sites).body;
  EXPECT_EQ("C", list.at(0).at("name").as_string());
  EXPECT_EQ("B", list.at(2).at("name").as_string());
}

TEST_P(Accounts, PlaceInAListHasToBeSaid) {
  auto katrins = browser(katrin);
  const auto sites = "/api/v1/accounts/" + account() + "/sites";
  katrins.post(sites, R"({"name":"A"})");
  const auto last = katrins.post(sites, R"({"name":"B"})");
  const auto refused = katrins.put("/api/v1/sites/" + last.id() + "/position", "{}", "1");
  EXPECT_EQ(422, refused.status);
  EXPECT_EQ("/position", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("B", katrins.get(sites).body.at(1).at("name").as_string());
}

TEST_P(Accounts, ManagerWhoIsNobodyIsNamedAsTheParameterThatSaysSo) {
  const auto refused =
      browser(head).post("/api/v1/accounts?manager=" + new_id(), R"({"name":"A","code":"A"})");
  EXPECT_EQ(422, refused.status);
  EXPECT_EQ("/manager", refused.body.at("errors").at(0).at("pointer").as_string());
}

TEST_P(Accounts, OrderIsNoNewVersionOfTheSiblingsAndTheLogTellsFromWhereToWhere) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto site = [&](const std::string& name) {
    return katrins.post("/api/v1/accounts/" + id + "/sites", R"({"name":")" + name + "\"}").id();
  };
  const auto a = site("A"), b = site("B"), c = site("C"), d = site("D");
  EXPECT_EQ(200, katrins.remove("/api/v1/sites/" + a, "1").status);
  const auto before = revision(id);
  const auto moved = katrins.put("/api/v1/sites/" + d + "/position", R"({"position":1})", "1");
  EXPECT_EQ(200, moved.status) << moved.text;
  EXPECT_EQ("2", moved.version());
  EXPECT_EQ(before + 1, revision(id));
  // The form of a sibling that somebody has open is as fresh as before.
  EXPECT_EQ(200, katrins.patch("/api/v1/sites/" + b, R"({"name":"B II"})", "1").status);
  const auto change =
      katrins.get("/api/v1/accounts/" + id + "/activity?entity=" + d).body.at("changes").at(0);
  EXPECT_EQ(R"({"position":3})", json::serialize(change.at("before")));
  EXPECT_EQ(R"({"position":1})", json::serialize(change.at("after")));
  std::vector<std::string> order;
  const auto shown = katrins.get("/api/v1/accounts/" + id + "/sites").body;
  for (const auto& one : shown.as_array()) order.emplace_back(one.at("id").as_string());
  EXPECT_EQ((std::vector<std::string>{d, b, c}), order);
}

TEST_P(Accounts, MoveToItsOwnPlaceLeavesNoTrace) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto sites = "/api/v1/accounts/" + id + "/sites";
  katrins.post(sites, R"({"name":"A"})");
  const auto b = katrins.post(sites, R"({"name":"B"})").id();
  const auto before = revision(id);
  for (const auto* place : {R"({"position":2})", R"({"position":99})"}) {
    const auto moved = katrins.put("/api/v1/sites/" + b + "/position", place, "1");
    EXPECT_EQ(200, moved.status) << moved.text;
    EXPECT_EQ("1", moved.version());
  }
  EXPECT_EQ(before, revision(id));
}

TEST_P(Accounts, RepeatedCreateWithTheSameIdIsTheSameCreate) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto body = R"({"name":"Oelde","id":")" + new_id() + "\"}";
  const auto first = katrins.post("/api/v1/accounts/" + id + "/sites", body);
  const auto before = revision(id);
  const auto second = katrins.post("/api/v1/accounts/" + id + "/sites", body);
  EXPECT_EQ(201, second.status);
  EXPECT_EQ(first.id(), second.id());
  EXPECT_EQ(before, revision(id));
}

TEST_P(Accounts, RepeatedCreateIsAnsweredAsTheFirstOneWhoeverManagesTheAccount) {
  for (const auto& creator : {head, admin}) {
    auto own = browser(creator);
    for (const auto& manager : {std::string(), "?manager=" + katrin.id}) {
      const auto id = new_id();
      const auto path = "/api/v1/accounts" + manager;
      const auto body =
          R"({"name":"Neu","code":"N)" + std::to_string(++codes_) + R"(","id":")" + id + "\"}";
      const auto first = own.post(path, body);
      ASSERT_EQ(201, first.status) << first.text;
      const auto before = revision(id);
      const auto second = own.post(path, body);
      EXPECT_EQ(201, second.status) << second.text;
      EXPECT_EQ(first.text, second.text);
      EXPECT_EQ(before, revision(id));
    }
  }
}

TEST_P(Accounts, RepeatedCreateTellsNothingThatCameAfterIt) {
  const auto id = new_id();
  const auto path = "/api/v1/accounts?manager=" + katrin.id;
  const auto body = R"({"name":"Neu","code":"N","id":")" + id + "\"}";
  const auto first = browser(admin).post(path, body);
  ASSERT_EQ(
      200,
      browser(katrin).patch("/api/v1/accounts/" + id, R"({"statusNote":"geheim"})", "1").status);
  EXPECT_EQ(first.text, browser(admin).post(path, body).text);
  EXPECT_EQ(404, browser(admin).get("/api/v1/accounts/" + id).status);
}

TEST_P(Accounts, CyclesOfOneAccountNeverOverlap) {
  const auto made = plan();
  const auto second = browser(katrin).post(
      "/api/v1/accounts/" + made.account + "/cycles",
      R"({"name":"x","startsOn":")" + date(0) + R"(","endsOn":")" + date(200) + "\"}");
  EXPECT_EQ(422, second.status);
  EXPECT_EQ("/startsOn", second.body.at("errors").at(0).at("pointer").as_string());
}

TEST_P(Accounts, CycleNeedsAnObjectiveWithAKeyResultToStart) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto cycle =
      katrins.post("/api/v1/accounts/" + id + "/cycles",
                   R"({"name":"x","startsOn":")" + date(0) + R"(","endsOn":")" + date(90) + "\"}");
  const auto path = "/api/v1/cycles/" + cycle.id();
  EXPECT_EQ("no_objective", katrins.patch(path, R"({"state":"active"})", "1").code());
  katrins.post("/api/v1/cycles/" + cycle.id() + "/objectives", R"({"title":"O"})");
  EXPECT_EQ("objective_without_key_result",
            katrins.patch(path, R"({"state":"active"})", "1").code());
}

TEST_P(Accounts, DroppingAnObjectiveInARunningCycleNeedsAReason) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto path = "/api/v1/objectives/" + made.objective;
  const auto version = katrins.get(path).version();
  EXPECT_EQ(422, katrins.patch(path, R"({"state":"dropped"})", version).status);
  EXPECT_EQ(
      200,
      katrins.patch(path, R"({"state":"dropped","reason":"Projekt gestoppt"})", version).status);
}

TEST_P(Accounts, KeyResultsCannotWaitForEachOther) {
  const auto made = plan();
  auto katrins = browser(katrin);
  const auto second = katrins.post(
      "/api/v1/objectives/" + made.objective + "/key-results",
      R"({"title":"B","start":0,"target":1,"reason":"r","dependsOn":")" + made.key_result + "\"}");
  const auto circle = katrins.patch("/api/v1/key-results/" + made.key_result,
                                    R"({"dependsOn":")" + second.id() + "\"}", "1");
  EXPECT_EQ("circle", circle.body.at("errors").at(0).at("code").as_string());
}

TEST_P(Accounts, TellTheirReadersWhatTheyMayDo) {
  const auto id = account();
  const auto stefan = add_user("Dr. Stefan Rehberg", "member");
  browser(katrin).post("/api/v1/accounts/" + id + "/team-members",
                       R"({"user":")" + stefan.id + R"(","role":"sponsor"})");
  const auto may = [&](const Person& person) {
    const auto told = browser(person).get("/api/v1/accounts/" + id + "/permissions").body;
    return std::pair(told.at("contribute").as_bool(), told.at("manage").as_bool());
  };
  EXPECT_EQ(std::pair(true, true), may(katrin));
  EXPECT_EQ(std::pair(true, false), may(jonas));
  EXPECT_EQ(std::pair(false, true), may(head));
  EXPECT_EQ(std::pair(false, false), may(stefan));
  const auto contributed = [&](const Person& person) {
    return browser(person).get("/api/v1/accounts?contributed=true").body.as_array().size();
  };
  EXPECT_EQ(1u, contributed(jonas));
  EXPECT_EQ(0u, contributed(head));
  EXPECT_EQ(0u, contributed(stefan));
}

TEST_P(Accounts, LongTextIsNamedInTheActivityWithoutCuttingACharacterInHalf) {
  const auto id = account();
  auto katrins = browser(katrin);
  const auto text = std::string(299, 'x') + "äöü";
  const auto vision =
      katrins.post("/api/v1/accounts/" + id + "/visions", R"({"text":")" + text + "\"}");
  ASSERT_EQ(201, vision.status) << vision.text;
  const auto log = katrins.get("/api/v1/accounts/" + id + "/activity");
  EXPECT_EQ(std::string(299, 'x') + "ä", log.body.at("changes").at(0).at("title").as_string());
}

TEST_P(Accounts, AreNeitherTheOrganisationNorAnIdThatNothingHas) {
  const std::vector<Person> people{head, admin, katrin};
  const std::vector<std::string> none{store::organisation_ledger().text,
                                      store::access_ledger().text, katrin.id, new_id()};
  for (const auto& route : app->router().routes()) {
    constexpr std::string_view kAccount = "/api/v1/accounts/{";
    if (!route.path.starts_with(kAccount)) continue;
    for (const auto& id : none) {
      auto path = route.path;
      path.replace(kAccount.size() - 1, path.find('}') - kAccount.size() + 2, id);
      for (const auto& person : people) {
        auto there = browser(person);
        const auto answer = route.method == "GET"     ? there.get(path)
                            : route.method == "POST"  ? there.post(path, "{}", "1")
                            : route.method == "PUT"   ? there.put(path, "{}", "1")
                            : route.method == "PATCH" ? there.patch(path, "{}", "1")
                                                      : there.remove(path, "1");
        EXPECT_EQ(404, answer.status) << route.method << " " << path << ": " << answer.text;
      }
    }
  }
}

TEST_P(Accounts, OfSomebodyElseAreNotToldToWhoUsesTheirId) {
  const auto theirs = account();
  ASSERT_EQ(200, browser(katrin)
                     .patch("/api/v1/accounts/" + theirs, R"({"statusNote":"geheim"})", "1")
                     .status);
  const auto site =
      browser(katrin).post("/api/v1/accounts/" + theirs + "/sites", R"({"name":"Oelde"})").id();
  auto toms = browser(admin);
  const auto create = [&](Browser& by, const std::string& id) {
    return by.post("/api/v1/accounts", R"({"name":"Neu","code":"N","id":")" + id + "\"}");
  };
  for (const auto& used :
       {theirs, katrin.id, site, store::organisation_ledger().text, store::access_ledger().text}) {
    const auto answer = create(toms, used);
    EXPECT_EQ(409, answer.status) << answer.text;
    EXPECT_EQ("id_taken", answer.code());
    EXPECT_EQ(std::string::npos, answer.text.find("geheim"));
  }
  const auto own = new_id();
  EXPECT_EQ(201, create(toms, own).status);
  const auto again = create(toms, own);
  EXPECT_EQ(201, again.status) << again.text;
  EXPECT_EQ(own, again.id());
  auto utes = browser(head);
  EXPECT_EQ("id_taken", create(utes, own).code());
}

TAKT_ON_BOTH_DATABASES(Accounts);

}  // namespace
}  // namespace takt::tests
