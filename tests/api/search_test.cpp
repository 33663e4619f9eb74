// The search: what is found by which words, in which order, and who finds it.

#include <array>
#include <cstdio>
#include <set>

#include "server.hpp"

namespace takt::tests {
namespace {

class Search : public OnBothDatabases {
 protected:
  void SetUp() override { made = plan(); }
  std::string here(const std::string& below) const {
    return "/api/v1/accounts/" + made.account + "/" + below;
  }
  std::string create(const std::string& path, const json::object& body) {
    const auto answer = browser(katrin).post(path, json::serialize(body));
    EXPECT_EQ(201, answer.status) << path << ' ' << answer.text;
    return answer.status == 201 ? answer.id() : "";
  }
  std::string add(const std::string& collection, const json::object& body) {
    return create(here(collection), body);
  }
  void change(const std::string& path, const json::object& body) {
    auto katrins = browser(katrin);
    const auto answer = katrins.patch(path, json::serialize(body), katrins.get(path).version());
    EXPECT_EQ(200, answer.status) << answer.text;
  }
  void archive(const Person& who, const std::string& path) {
    auto theirs = browser(who);
    const auto answer = theirs.remove(path + "?reason=x", theirs.get(path).version());
    EXPECT_EQ(200, answer.status) << answer.text;
  }
  json::value page(const Person& who, const std::string& words, const std::string& more = "") {
    std::string path = "/api/v1/search?q=";
    for (const char c : words) {
      std::array<char, 4> encoded{};
      std::snprintf(encoded.data(), encoded.size(), "%%%02X", static_cast<unsigned char>(c));
      path += encoded.data();
    }
    const auto answer = browser(who).get(path + more);
    EXPECT_EQ(200, answer.status) << answer.text;
    return answer.body;
  }
  /// What `who` finds: kind and title of each hit, in order.
  std::vector<std::string> found(const Person& who, const std::string& words,
                                 const std::string& more = "") {
    std::vector<std::string> out;
    const auto answer = page(who, words, more);
    for (const auto& group : answer.at("groups").as_array())
      for (const auto& each : group.at("found").as_array())
        out.push_back(std::string(each.at("kind").as_string()) + ' ' +
                      std::string(each.at("title").as_string()));
    return out;
  }
  using Hits = std::vector<std::string>;
  Plan made;
};

TEST_P(Search, TagsThatDifferByASignAreTwo) {
  for (const auto* tag : {"C", "C++", "C#"})
    add("signals", {{"title", "Sucht Entwickler"}, {"tags", json::array{tag}}});
  const auto tags = [&](const std::string& words) {
    std::multiset<std::string> out;
    for (const auto& hit : found(katrin, words))
      if (hit.starts_with("tag ")) out.insert(hit.substr(4));
    return out;
  };
  EXPECT_EQ((std::multiset<std::string>{"C", "C#", "C++"}), tags("c"));
  EXPECT_EQ((std::multiset<std::string>{"C++"}), tags("C++"));
  EXPECT_EQ((std::multiset<std::string>{"C#"}), tags("c#"));
}

TEST_P(Search, FindsNamesByPlainLetters) {
  add("sites", {{"name", "Łódź"}});
  add("sites", {{"name", "København"}});
  EXPECT_EQ(Hits{"site Łódź"}, found(katrin, "lodz"));
  EXPECT_EQ(Hits{"site København"}, found(katrin, "kobenhavn"));
}

TEST_P(Search, FindsWhateverHasTheWord) {
  add("sites", {{"name", "Oelde"}});
  add("contacts", {{"name", "Beate Wrobel"}, {"function", "Bestellerin Oelde"}});
  add("signals", {{"title", "Nordmotor bietet in Oelde an"}, {"tags", json::array{"Werk Oelde"}}});
  add("meetings", {{"plannedAt", "2026-11-26T08:00:00.000Z"}, {"place", "Oelde, Raum 3"}});
  add("open-questions", {{"text", "Wer bestellt in Oelde?"}});
  create("/api/v1/cycles/" + made.cycle + "/objectives",
         {{"title", "In Oelde gesetzt sein"}, {"reason", "x"}});
  create("/api/v1/objectives/" + made.objective + "/key-results",
         {{"title", "Erste Bestellung aus Oelde"},
          {"kind", "metric"},
          {"start", 0},
          {"target", 1},
          {"reason", "x"}});
  change("/api/v1/cycles/" + made.cycle, {{"state", "review"}});
  create("/api/v1/objectives/" + made.objective + "/reviews",
         {{"lesson", "In Oelde zählt der Besuch vor Ort."}});
  change("/api/v1/accounts/" + made.account, {{"industry", "Küchen aus Oelde"}});
  const auto hits = found(katrin, "oelde");
  const std::set<std::string> all(hits.begin(), hits.end());
  EXPECT_EQ((std::set<std::string>{
                "account Teutonia", "contact Beate Wrobel", "key_result Erste Bestellung aus Oelde",
                "lesson In Oelde zählt der Besuch vor Ort.", "meeting ",
                "objective In Oelde gesetzt sein", "question Wer bestellt in Oelde?",
                "signal Nordmotor bietet in Oelde an", "site Oelde", "tag Werk Oelde"}),
            all);
  EXPECT_EQ(all.size(), hits.size());
}

TEST_P(Search, SaysWhereItStands) {
  const auto signal = add("signals", {{"title", "Anruf"},
                                      {"detail",
                                       "Frau Hoppe sagt, dass die neue Plattform ab "
                                       "Jänner gilt und wir dabei sind"}});
  const auto hit = page(katrin, "plattform").at("groups").at(0).at("found").at(0);
  EXPECT_EQ(signal, hit.at("id").as_string());
  EXPECT_EQ(made.account, hit.at("account").as_string());
  EXPECT_EQ("Teutonia", hit.at("accountName").as_string());
  EXPECT_EQ("… sagt, dass die neue Plattform ab Jänner gilt und wir dabei sind",
            hit.at("detail").as_string());
  const auto key_result = page(katrin, "bestellungen").at("groups").at(0).at("found").at(0);
  EXPECT_EQ("Lieferanteil 40 auf 50 %", key_result.at("detail").as_string());
  EXPECT_EQ(made.cycle, key_result.at("cycle").as_string());
}

TEST_P(Search, PassesOverCaseAccentsAndSigns) {
  add("signals", {{"title", "Große Müller-Bestellung über 8 % Rabatt"}});
  for (const std::string words : {"grosse", "GROẞE müller", "mu\u0308ller bestellung", "muller",
                                  "8 %", "rabatt, große!", "müller-best"})
    EXPECT_EQ(Hits{"signal Große Müller-Bestellung über 8 % Rabatt"}, found(katrin, words))
        << words;
  for (const std::string words : {"", " ", "%", "_", "'", "\\", "*"})
    EXPECT_TRUE(found(katrin, words).empty()) << words;
}

TEST_P(Search, WantsEachWordLongOnesAnywhereShortOnesAtTheBeginning) {
  add("signals", {{"title", "Neue Vergabeplattform ab Jänner"}});
  for (const std::string words : {"plattform", "jänner vergabe", "ab neue", "ne"})
    EXPECT_EQ(Hits{"signal Neue Vergabeplattform ab Jänner"}, found(katrin, words)) << words;
  for (const std::string words : {"plattform preis", "rm", "gabex"})
    EXPECT_TRUE(found(katrin, words).empty()) << words;
}

TEST_P(Search, TellsNamesThatBeginSoFirstThenWordsThenTheRest) {
  add("signals", {{"title", "Plan B"}});
  let_pass(std::chrono::minutes{1});
  add("signals", {{"title", "Der Plan steht"}});
  let_pass(std::chrono::minutes{1});
  add("signals", {{"title", "Fahrplan steht"}});
  EXPECT_EQ((Hits{"signal Plan B", "signal Der Plan steht", "signal Fahrplan steht"}),
            found(katrin, "plan"));
}

TEST_P(Search, TellsTheNewestFirstAndTheRunningCycleBeforeAnother) {
  add("signals", {{"title", "Preis älter"}});
  let_pass(std::chrono::minutes{1});
  add("signals", {{"title", "Preis neuer"}});
  EXPECT_EQ((Hits{"signal Preis neuer", "signal Preis älter"}), found(katrin, "preis"));
  create("/api/v1/cycles/" + made.cycle + "/objectives",
         {{"title", "Vertrag jetzt"}, {"reason", "x"}});
  const auto later =
      add("cycles", {{"name", "2027"}, {"startsOn", date(200)}, {"endsOn", date(300)}});
  let_pass(std::chrono::minutes{1});
  create("/api/v1/cycles/" + later + "/objectives", {{"title", "Vertrag später"}});
  EXPECT_EQ((Hits{"objective Vertrag jetzt", "objective Vertrag später"}),
            found(katrin, "vertrag"));
}

TEST_P(Search, FindsAnAccountByItsCode) {
  auto katrins = browser(katrin);
  const auto path = "/api/v1/accounts/" + made.account;
  ASSERT_EQ(
      200,
      katrins.patch(path, R"({"code":"TEU","name":"Hausgeräte SE"})", katrins.get(path).version())
          .status);
  add("signals", {{"title", "Ein teures Angebot"}});
  EXPECT_EQ((Hits{"account Hausgeräte SE", "signal Ein teures Angebot"}), found(katrin, "teu"));
}

TEST_P(Search, FindsOnlyInAccountsThatOneSees) {
  add("signals", {{"title", "Geheimer Umbau"}});
  const auto watcher = add_user("Wolf Watcher", "member");
  for (const auto& stranger : {admin, watcher}) {
    EXPECT_TRUE(found(stranger, "umbau").empty());
    EXPECT_TRUE(found(stranger, "teutonia").empty());
  }
  EXPECT_EQ(Hits{"signal Geheimer Umbau"}, found(head, "umbau"));
  EXPECT_EQ(Hits{"signal Geheimer Umbau"}, found(jonas, "umbau"));
  ASSERT_EQ(201,
            browser(katrin)
                .post(here("team-members"), R"({"role":"observer","user":")" + watcher.id + "\"}")
                .status);
  EXPECT_EQ(Hits{"signal Geheimer Umbau"}, found(watcher, "umbau"));
  EXPECT_EQ(401, browser().get("/api/v1/search?q=umbau").status);
}

TEST_P(Search, TellsAHeadOfTheirOwnAccountsFirst) {
  add("signals", {{"title", "Umbau hier"}});
  let_pass(std::chrono::minutes{1});
  const auto other = account();
  create("/api/v1/accounts/" + other + "/signals", {{"title", "Umbau dort"}});
  EXPECT_EQ((Hits{"signal Umbau dort", "signal Umbau hier"}), found(head, "umbau"));
  ASSERT_EQ(201,
            browser(katrin).post(here("team-members"), R"({"user":")" + head.id + "\"}").status);
  EXPECT_EQ((Hits{"signal Umbau hier", "signal Umbau dort"}), found(head, "umbau"));
}

TEST_P(Search, ForgetsWhatIsArchivedMergedOrAnswered) {
  const auto signal =
      add("signals", {{"title", "Umbau in Lehrte"}, {"tags", json::array{"Umbaupläne"}}});
  const auto path = "/api/v1/signals/" + signal;
  EXPECT_EQ((Hits{"signal Umbau in Lehrte", "tag Umbaupläne"}), found(katrin, "umbau"));
  archive(katrin, path);
  EXPECT_TRUE(found(katrin, "umbau").empty());
  auto katrins = browser(katrin);
  ASSERT_EQ(200, katrins.restore(path, katrins.get(path).version()).status);
  EXPECT_EQ(2u, found(katrin, "umbau").size());
  const auto other = add("signals", {{"title", "Werk wird größer"}});
  ASSERT_EQ(200, katrins.post(path + "/merge", R"({"into":")" + other + "\"}").status);
  // Where its words went, and nowhere else.
  EXPECT_EQ(Hits{"signal Werk wird größer"}, found(katrin, "umbau"));
  const auto question = add("open-questions", {{"text", "Wann kommt die Halle?"}});
  EXPECT_EQ(Hits{"question Wann kommt die Halle?"}, found(katrin, "halle"));
  change("/api/v1/open-questions/" + question, {{"answer", "Im Mai"}});
  EXPECT_TRUE(found(katrin, "halle").empty());
}

TEST_P(Search, ForgetsWhatHangsOnSomethingArchived) {
  EXPECT_EQ(Hits{"key_result 10 Bestellungen"}, found(katrin, "bestellungen"));
  add("signals", {{"title", "Bestellungen fehlen"}});
  archive(katrin, "/api/v1/objectives/" + made.objective);
  EXPECT_EQ(Hits{"signal Bestellungen fehlen"}, found(katrin, "bestellungen"));
  archive(head, "/api/v1/accounts/" + made.account);
  EXPECT_TRUE(found(katrin, "bestellungen").empty());
  EXPECT_TRUE(found(head, "bestellungen").empty());
}

TEST_P(Search, FollowsWhatIsRenamed) {
  const auto signal = add("signals", {{"title", "Umbau"}, {"tags", json::array{"Halle"}}});
  change("/api/v1/signals/" + signal, {{"title", "Neubau"}, {"tags", json::array{"Hof"}}});
  EXPECT_TRUE(found(katrin, "umbau").empty());
  EXPECT_TRUE(found(katrin, "halle").empty());
  EXPECT_EQ(Hits{"signal Neubau"}, found(katrin, "neubau"));
  EXPECT_EQ((Hits{"tag Hof", "signal Neubau"}), found(katrin, "hof"));
}

TEST_P(Search, FindsNobodyWhoWasErased) {
  const auto contact = add("contacts", {{"name", "Beate Wrobel"}, {"function", "Einkauf"}});
  const auto path = "/api/v1/contacts/" + contact;
  archive(katrin, path);
  ASSERT_EQ(204,
            browser(admin).post(path + "/erase", "", browser(katrin).get(path).version()).status);
  EXPECT_TRUE(found(katrin, "wrobel").empty());
  EXPECT_TRUE(found(head, "einkauf").empty());
  const auto left = app->context().database.peek([&](store::Session& session) {
    return session.value<int>("select count(*) from search_text where text like '%wrobel%'");
  });
  EXPECT_EQ(0, left);
}

TEST_P(Search, LeavesRoomForEachKindAndSaysThatThereAreMore) {
  for (int i = 0; i < 30; ++i) {
    add("signals", {{"title", "Oelde " + std::to_string(i)}});
    let_pass(std::chrono::milliseconds{1});
  }
  add("contacts", {{"name", "Beate Wrobel"}, {"function", "Bestellerin Oelde"}});
  const auto hits = found(katrin, "oelde");
  EXPECT_EQ(20u, hits.size());
  EXPECT_EQ("signal Oelde 29", hits.front());
  EXPECT_EQ("contact Beate Wrobel", hits.back());
  EXPECT_TRUE(page(katrin, "oelde").at("more").as_bool());
  EXPECT_EQ(31u, found(katrin, "oelde", "&limit=50").size());
  EXPECT_FALSE(page(katrin, "oelde", "&limit=50").at("more").as_bool());
  EXPECT_EQ(1u, found(katrin, "oelde", "&limit=1").size());
  for (const std::string limit : {"0", "51"})
    EXPECT_EQ(422, browser(katrin).get("/api/v1/search?q=x&limit=" + limit).status);
}

TEST_P(Search, FindsEachKindHoweverManyThereAreOfAnother) {
  add("contacts", {{"name", "Oelde Meier"}});
  for (int i = 0; i < 60; ++i) add("signals", {{"title", "Oelde " + std::to_string(i)}});
  for (const std::string limit : {"", "&limit=4"}) {
    const auto hits = found(katrin, "oelde", limit);
    EXPECT_EQ(1, std::ranges::count(hits, "contact Oelde Meier")) << limit;
  }
}

TEST_P(Search, ShowsThePassageThatHasTheWordWhichTheTitleHasNot) {
  const auto detail = [&](const std::string& words) {
    return std::string(
        page(katrin, words).at("groups").at(0).at("found").at(0).at("detail").as_string());
  };
  add("signals", {{"title", "Anruf"}, {"detail", "Axqb und mehr und dann kommt xq zu Wort"}});
  EXPECT_EQ("… mehr und dann kommt xq zu Wort", detail("xq"));
  add("signals", {{"title", "Zweiteil"}, {"detail", "ganz hintenwort"}});
  EXPECT_EQ("ganz hintenwort", detail("zweiteil hintenwort"));
  EXPECT_EQ("", detail("zweiteil"));
  std::string address = "langwort";
  for (int i = 0; i < 500; ++i) address += "漢字";
  add("signals", {{"title", "Seite"}, {"detail", "siehe " + address}});
  EXPECT_LT(detail("langwort").size(), 200u);
}

TEST_P(Search, TellsATagOnceAnAccountAndHowManySignalsCarryIt) {
  for (int i = 0; i < 3; ++i)
    add("signals",
        {{"title", "S" + std::to_string(i)}, {"tags", json::array{"Normteile", "normteile"}}});
  const auto answer = page(katrin, "normteile");
  ASSERT_EQ("tag", answer.at("groups").at(0).at("kind").as_string());
  const auto& tags = answer.at("groups").at(0).at("found").as_array();
  ASSERT_EQ(1u, tags.size());
  EXPECT_EQ(3, tags.at(0).at("signals").as_int64());
  EXPECT_TRUE(tags.at(0).at("id").is_null());
}

TEST_P(Search, KnowsOnWhichKeyResultsOneChecksIn) {
  const auto checks_in = [&](const Person& who) {
    return page(who, "bestellungen").at("groups").at(0).at("found").at(0).at("checksIn").as_bool();
  };
  EXPECT_FALSE(checks_in(jonas));
  change("/api/v1/key-results/" + made.key_result, {{"owner", jonas.id}, {"reason", "x"}});
  EXPECT_TRUE(checks_in(jonas));
  EXPECT_FALSE(checks_in(katrin));
}

TAKT_ON_BOTH_DATABASES(Search);

}  // namespace
}  // namespace takt::tests
