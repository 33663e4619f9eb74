// What is archived is only read, and so is what hangs on it.

#include <map>

#include "server.hpp"

namespace takt::tests {
namespace {

class Archived : public OnBothDatabases {
 protected:
  void SetUp() override { made = plan(); }
  std::string check_in() const { return R"({"value":4,"effectiveOn":")" + date(0) + "\"}"; }
  Plan made;
};

TEST_P(Archived, KeyResultTakesNoCheckInAndNoPreviewAndTheServerLives) {
  auto katrins = browser(katrin);
  const auto path = "/api/v1/key-results/" + made.key_result;
  ASSERT_EQ(200, katrins.remove(path + "?reason=doppelt", "1").status);
  for (const auto& person : {katrin, jonas}) {
    const auto preview = browser(person).post(path + "/check-in-effect", check_in());
    EXPECT_EQ(409, preview.status) << preview.text;
    EXPECT_EQ("archived", preview.code());
    EXPECT_EQ(409, browser(person).post(path + "/check-ins", check_in()).status);
  }
  EXPECT_EQ(200, katrins.get(path + "/page").status);
  EXPECT_EQ(200, katrins.get("/api/v1/accounts/" + made.account + "/cockpit").status);
}

TEST_P(Archived, ObjectiveTakesNothingAnywhereBelowIt) {
  auto katrins = browser(katrin);
  const auto version = katrins.get("/api/v1/objectives/" + made.objective).version();
  ASSERT_EQ(
      200,
      katrins.remove("/api/v1/objectives/" + made.objective + "?reason=entfällt", version).status);
  const std::string key_result = R"({"title":"KR","kind":"metric","start":0,"target":1})";
  EXPECT_EQ(
      "archived",
      katrins.post("/api/v1/objectives/" + made.objective + "/key-results", key_result).code());
  EXPECT_EQ(
      "archived",
      katrins.post("/api/v1/key-results/" + made.key_result + "/check-ins", check_in()).code());
  EXPECT_EQ("archived", katrins
                            .patch("/api/v1/key-results/" + made.key_result,
                                   R"({"title":"anders","reason":"x"})", "1")
                            .code());
}

TEST_P(Archived, EntryIsRestoredBeforeItIsChanged) {
  auto katrins = browser(katrin);
  const auto site =
      katrins.post("/api/v1/accounts/" + made.account + "/sites", R"({"name":"Oelde"})");
  const auto path = "/api/v1/sites/" + site.id();
  ASSERT_EQ(200, katrins.remove(path, "1").status);
  EXPECT_EQ("archived", katrins.patch(path, R"({"name":"Oelde II"})", "2").code());
  EXPECT_EQ(200, katrins.restore(path, "2").status);
  EXPECT_EQ(200, katrins.patch(path, R"({"name":"Oelde II"})", "3").status);
}

TEST_P(Archived, AccountTakesNoWritesAtAll) {
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + made.account;
  const auto site = katrins.post(of_account + "/sites", R"({"name":"Oelde"})").id();
  const auto area = katrins.post(of_account + "/product-areas", R"({"name":"Antriebe"})").id();
  const auto meeting =
      "/api/v1/meetings/" + katrins
                                .post(of_account + "/meetings",
                                      R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z"})")
                                .id();
  katrins.post(meeting + "/steer", R"({"command":"start"})");
  ASSERT_EQ(200, browser(katrin).remove(of_account, "1").status);
  const auto before = revision(made.account);
  struct Write {
    std::string method, path, body;
  };
  const std::vector<Write> writes{
      {"POST", of_account + "/signals", R"({"title":"x"})"},
      {"POST", of_account + "/sites", R"({"name":"x"})"},
      {"POST", of_account + "/cycles",
       R"({"name":"Z","startsOn":")" + date(200) + R"(","endsOn":")" + date(290) + "\"}"},
      {"POST", of_account + "/team-members", R"({"user":")" + head.id + "\"}"},
      {"POST", of_account + "/actions", R"({"title":"x"})"},
      {"POST", of_account + "/api-tokens", R"({"name":"x"})"},
      {"POST", "/api/v1/key-results/" + made.key_result + "/check-ins", check_in()},
      {"POST", "/api/v1/key-results/" + made.key_result + "/check-in-effect", check_in()},
      {"POST", "/api/v1/objectives/" + made.objective + "/key-results",
       R"({"title":"KR","kind":"metric","start":0,"target":1,"reason":"x"})"},
      {"PATCH", "/api/v1/sites/" + site, R"({"name":"y"})"},
      {"DELETE", "/api/v1/sites/" + site, ""},
      {"PATCH", of_account, R"({"name":"y"})"},
      {"PUT", of_account + "/supply-grid",
       R"({"period":"quarter","startsOn":")" + date(-90) + R"(","cells":[{"productArea":")" + area +
           R"(","sharePercent":33.3}]})"},
      {"POST", meeting + "/steer", R"({"command":"step","step":1})"},
      {"POST", meeting + "/proposals", R"({"title":"x"})"},
      {"POST", meeting + "/presence", "{}"},
  };
  for (const auto& write : writes) {
    const std::string version = write.path == of_account ? "2" : "1";
    const auto answer = write.method == "POST"    ? katrins.post(write.path, write.body)
                        : write.method == "PATCH" ? katrins.patch(write.path, write.body, version)
                        : write.method == "PUT"   ? katrins.put(write.path, write.body)
                                                  : katrins.remove(write.path, version);
    EXPECT_EQ(409, answer.status) << write.method << ' ' << write.path << ' ' << answer.text;
    EXPECT_EQ("archived", answer.code()) << write.path;
  }
  EXPECT_EQ(before, revision(made.account));
  EXPECT_EQ(200, katrins.restore(of_account, "2").status);
  EXPECT_EQ(201, katrins.post(of_account + "/signals", R"({"title":"x"})").status);
}

TEST_P(Archived, TakesNothingBelowItWhateverThatIs) {
  auto katrins = browser(katrin);
  const auto create = [&](const std::string& collection, const std::string& body) {
    const auto answer = katrins.post("/api/v1/accounts/" + made.account + "/" + collection, body);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  };
  const auto site = create("sites", R"({"name":"Oelde"})");
  const std::map<std::string, std::string> parents{
      {"cycles", made.cycle},
      {"objectives", made.objective},
      {"key-results", made.key_result},
      {"signals", create("signals", R"({"title":"x"})")},
      {"meetings", create("meetings", R"({"plannedAt":"2026-11-24T09:00:00.000Z"})")},
      {"kpis", create("kpis", R"({"name":"Liefertreue"})")},
      {"long-term-goals", create("long-term-goals", R"({"title":"g","due":"2028-01-01"})")},
      {"testimonials", create("testimonials", R"({"text":"gut","released":true})")}};
  katrins.post("/api/v1/meetings/" + parents.at("meetings") + "/steer", R"({"command":"start"})");
  const std::map<std::string, std::string> bodies{
      {"focus-topics", R"({"title":"x"})"},
      {"objectives", R"({"title":"x","reason":"x"})"},
      {"key-results", R"({"title":"x","start":0,"target":1,"reason":"x"})"},
      {"reviews", "{}"},
      {"outcome-readings", R"({"value":1,"on":")" + date(0) + "\"}"},
      {"check-ins", check_in()},
      {"site-targets", R"({"reason":"x","site":")" + site + "\"}"},
      {"responses", R"({"kind":"dismiss","reason":"x"})"},
      {"meeting-notes", R"({"title":"x"})"},
      {"proposals", R"({"title":"x"})"},
      {"kpi-values", R"({"value":1,"on":")" + date(0) + "\"}"},
      {"milestones", R"({"title":"x","due":"2027-01-01"})"},
      {"testimonial-uses", R"({"site":")" + site + R"(","usedOn":"2026-01-01"})"}};
  struct Child {
    std::string parent, collection, id;
  };
  // Whatever the API document offers below something else.
  std::vector<Child> children;
  const auto document = katrins.get("/openapi.json").body;
  for (const auto& entry : document.at("paths").as_object()) {
    const std::string route(entry.key());
    const auto at = route.find("/{parent}/");
    if (at == route.npos || route.starts_with("/api/v1/accounts/")) continue;
    const auto parent = route.substr(8, at - 8);
    const auto child = route.substr(at + 10);
    ASSERT_TRUE(parents.contains(parent) && bodies.contains(child)) << route;
    const auto one = katrins.post("/api/v1/" + parent + "/" + parents.at(parent) + "/" + child,
                                  bodies.at(child));
    children.push_back({parent, child, one.status == 201 ? one.id() : ""});
  }
  EXPECT_LE(12u, children.size());
  const auto hangs_on = [](std::string parent, const std::string& archived) {
    if (parent == archived) return true;
    if (parent == "key-results") parent = "objectives";
    if (parent == archived) return true;
    return parent == "objectives" && archived == "cycles";
  };
  const auto expect_archived = [](const Answer& answer, const std::string& what) {
    EXPECT_EQ(409, answer.status) << what << answer.text;
    if (answer.status == 409) {
      EXPECT_EQ("archived", answer.code()) << what;
    }
  };
  for (const auto& [collection, id] : parents) {
    const auto path = "/api/v1/" + collection + "/" + id;
    const auto gone = katrins.remove(path + "?reason=x", katrins.get(path).version());
    ASSERT_EQ(200, gone.status) << gone.text;
    for (const auto& child : children) {
      if (!hangs_on(child.parent, collection)) continue;
      const auto what = child.collection + " below archived " + collection;
      expect_archived(katrins.post("/api/v1/" + child.parent + "/" + parents.at(child.parent) +
                                       "/" + child.collection,
                                   bodies.at(child.collection)),
                      what);
      if (child.id.empty()) continue;
      expect_archived(
          katrins.remove("/api/v1/" + child.collection + "/" + child.id + "?reason=x", "1"), what);
    }
    ASSERT_EQ(200,
              katrins.post(path + "/restore?reason=x", "{}", katrins.get(path).version()).status);
  }
}

TEST_P(Archived, NothingNewRefersToWhatHangsOnIt) {
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + made.account;
  const auto title = R"({"title":"x","keyResult":")" + made.key_result + "\"}";
  const auto text = R"({"text":"x","keyResult":")" + made.key_result + "\"}";
  const auto action = katrins.post(of_account + "/actions", title);
  const auto signal = katrins.post(of_account + "/signals", R"({"title":"x"})");
  const auto cycle = "/api/v1/cycles/" + made.cycle;
  ASSERT_EQ(200, katrins.remove(cycle + "?reason=x", katrins.get(cycle).version()).status);
  const auto expect_refused = [](const Answer& answer, const std::string& pointer) {
    ASSERT_EQ(422, answer.status) << answer.text;
    EXPECT_EQ(pointer, answer.body.at("errors").at(0).at("pointer").as_string());
  };
  expect_refused(katrins.post(of_account + "/actions", title), "/keyResult");
  expect_refused(katrins.post(of_account + "/testimonials", text), "/keyResult");
  expect_refused(katrins.post("/api/v1/signals/" + signal.id() + "/responses",
                              R"({"kind":"key_result","target":")" + made.key_result + "\"}"),
                 "/target");
  // What referred to it before is the account's, and is brought to its end.
  EXPECT_EQ(200,
            katrins.patch("/api/v1/actions/" + action.id(), R"({"doneOn":")" + date(0) + "\"}", "1")
                .status);
}

TEST_P(Archived, SiteKeepsItsNameInARollOutAndTakesNoCheckIn) {
  auto katrins = browser(katrin);
  const auto site =
      katrins.post("/api/v1/accounts/" + made.account + "/sites", R"({"name":"Oelde"})").id();
  ASSERT_EQ(201, katrins
                     .post("/api/v1/key-results/" + made.key_result + "/site-targets",
                           R"({"reason":"x","site":")" + site + "\"}")
                     .status);
  const auto in_cockpit = "/api/v1/accounts/" + made.account + "/cockpit";
  const auto in_plan = "/api/v1/cycles/" + made.cycle + "/plan";
  const auto in_review = "/api/v1/cycles/" + made.cycle + "/review";
  ASSERT_EQ(200, katrins.remove("/api/v1/sites/" + site, "1").status);
  for (const auto& path : {in_cockpit, in_plan, in_review}) {
    const auto page = katrins.get(path);
    ASSERT_EQ(200, page.status) << page.text;
    const auto& first = page.body.at("objectives").at(0);
    const auto& objective = path == in_review ? first.at("view") : first;
    const auto& view = objective.at("keyResults").at(0).at("sites").at(0);
    EXPECT_EQ("Oelde", view.at("name").as_string()) << path;
    EXPECT_TRUE(view.at("archived").as_bool()) << path;
    if (path != in_review) {
      EXPECT_TRUE(page.body.at("sites").as_array().empty()) << path;
    }
  }
  const auto refused =
      katrins.post("/api/v1/key-results/" + made.key_result + "/check-ins",
                   R"({"value":2,"site":")" + site + R"(","effectiveOn":")" + date(0) + "\"}");
  ASSERT_EQ(422, refused.status) << refused.text;
  EXPECT_EQ("/site", refused.body.at("errors").at(0).at("pointer").as_string());
  EXPECT_EQ("unknown_site", refused.body.at("errors").at(0).at("code").as_string());
}

TEST_P(Archived, MeetingMailsNoMinutesNorDoesOneOfAnArchivedAccount) {
  app->context().has_mail = true;
  auto katrins = browser(katrin);
  const auto meeting =
      "/api/v1/meetings/" + katrins
                                .post("/api/v1/accounts/" + made.account + "/meetings",
                                      R"({"plannedAt":"2026-11-24T09:00:00.000Z"})")
                                .id();
  for (const std::string command : {"start", "close"})
    ASSERT_EQ(200, katrins.post(meeting + "/steer", R"({"command":")" + command + "\"}").status);
  ASSERT_EQ(200, katrins.remove(meeting, katrins.get(meeting).version()).status);
  EXPECT_EQ("archived", katrins.post(meeting + "/mail").code());
  ASSERT_EQ(200, katrins.restore(meeting, katrins.get(meeting).version()).status);
  ASSERT_EQ(200, katrins.remove("/api/v1/accounts/" + made.account, "1").status);
  EXPECT_EQ("archived", katrins.post(meeting + "/mail").code());
  ASSERT_EQ(200, katrins.restore("/api/v1/accounts/" + made.account, "2").status);
  EXPECT_EQ(200, katrins.post(meeting + "/mail").status);
}

TEST_P(Archived, CycleDoesNotHoldUpTheMeetingAboutIt) {
  auto katrins = browser(katrin);
  const auto meeting =
      "/api/v1/meetings/" +
      katrins
          .post("/api/v1/accounts/" + made.account + "/meetings",
                R"({"kind":"cycle","plannedAt":"2026-11-24T09:00:00.000Z","cycle":")" + made.cycle +
                    "\"}")
          .id();
  const auto steer = [&](const std::string& command) {
    return katrins.post(meeting + "/steer", R"({"command":")" + command + "\"}").status;
  };
  ASSERT_EQ(200, steer("start"));
  const auto topic = new_id();
  katrins.post(meeting + "/proposals", R"({"title":"x","id":")" + topic + "\"}");
  ASSERT_EQ(200, steer("reveal_topics"));
  ASSERT_EQ(200, steer("open_votes"));
  const auto voted = katrins.put(meeting + "/votes", R"({"dots":2,"proposal":")" + topic + "\"}");
  ASSERT_EQ(204, voted.status) << voted.text;
  const auto cycle = "/api/v1/cycles/" + made.cycle;
  ASSERT_EQ(200, katrins.remove(cycle + "?reason=x", katrins.get(cycle).version()).status);
  EXPECT_EQ(200, steer("reveal_votes"));
  EXPECT_EQ(200, steer("close"));
}

TEST_P(Archived, TokenEndsWithItsAccountAndWithWhoeverMadeIt) {
  auto katrins = browser(katrin);
  const auto of_account = "/api/v1/accounts/" + made.account;
  const auto kpi = katrins.post(of_account + "/kpis", R"({"name":"Liefertreue"})").id();
  const auto token = katrins.post(of_account + "/api-tokens", R"({"name":"ERP"})");
  ASSERT_EQ(201, token.status) << token.text;
  const auto feed = [&] {
    httplib::Client client("127.0.0.1", app->port());
    return client
        .Put("/api/v1/kpis/" + kpi + "/values/" + date(-1),
             {{"Authorization", "Bearer " + std::string(token.body.at("secret").as_string())}},
             R"({"value":97})", "application/json")
        ->status;
  };
  EXPECT_EQ(200, feed());
  ASSERT_EQ(200, katrins.remove(of_account, "1").status);
  EXPECT_EQ(401, feed());
  ASSERT_EQ(200, katrins.restore(of_account, "2").status);
  EXPECT_EQ(200, feed());
  ASSERT_EQ(200, browser(admin).remove("/api/v1/users/" + katrin.id, "1").status);
  EXPECT_EQ(401, feed());
}

TAKT_ON_BOTH_DATABASES(Archived);

}  // namespace
}  // namespace takt::tests
