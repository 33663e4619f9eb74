// Walks every route with every role and compares what happens with the table in docs/access.md.

#include <fstream>
#include <map>
#include <set>

#include "server.hpp"

namespace takt::tests {
namespace {

const std::vector<std::string> kRoles{"nobody", "stranger", "observer", "sponsor",
                                      "member", "manager",  "head",     "administrator"};

/// `METHOD /path` → for each role whether the table allows it.
std::map<std::string, std::vector<bool>> documented() {
  std::map<std::string, std::vector<bool>> out;
  std::ifstream in(TAKT_SOURCE "/docs/access.md");
  for (std::string line; std::getline(in, line);) {
    if (!line.starts_with("| `")) continue;
    const auto name = line.substr(3, line.find('`', 3) - 3);
    std::vector<bool> row;
    for (auto at = line.find('|', 3); at + 1 < line.size(); at = line.find('|', at + 1)) {
      const auto cell = line.substr(at + 1, line.find('|', at + 1) - at - 1);
      row.push_back(cell.find("yes") != std::string::npos);
    }
    row.resize(kRoles.size());
    out[name] = row;
  }
  return out;
}

class Access : public OnBothDatabases {};

TEST_P(Access, EveryRouteAndRoleIsAsTheTableSays) {
  const auto made = plan();
  auto katrins = browser(katrin);
  std::map<std::string, Person> people{{"nobody", {}},
                                       {"head", head},
                                       {"administrator", admin},
                                       {"manager", katrin},
                                       {"member", jonas}};
  people["stranger"] = add_user("Fremd", "member");
  for (const std::string role : {"observer", "sponsor"}) {
    people[role] = add_user(role, "member");
    ASSERT_EQ(201, katrins
                       .post("/api/v1/accounts/" + made.account + "/team-members",
                             R"({"user":")" + people[role].id + R"(","role":")" + role + "\"}")
                       .status);
  }
  const auto one = [&](const std::string& collection, const std::string& body) {
    const auto answer = katrins.post("/api/v1/accounts/" + made.account + "/" + collection, body);
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  };
  std::map<std::string, std::string> ids{{"accounts", made.account},
                                         {"cycles", made.cycle},
                                         {"objectives", made.objective},
                                         {"key-results", made.key_result}};
  ids["sites"] = one("sites", R"({"name":"Oelde"})");
  ids["product-areas"] = one("product-areas", R"({"name":"a"})");
  ids["contacts"] = one("contacts", R"({"name":"Frau Dr. Feldmann"})");
  ids["visions"] = one("visions", R"({"text":"v"})");
  ids["long-term-goals"] = one("long-term-goals", R"({"title":"g","due":"2028-01-01"})");
  ids["testimonials"] = one("testimonials", R"({"text":"gut","released":true})");
  ids["actions"] = one("actions", R"({"title":"a"})");
  ids["testimonial-uses"] =
      katrins
          .post("/api/v1/testimonials/" + ids["testimonials"] + "/testimonial-uses",
                R"({"site":")" + ids["sites"] + R"(","usedOn":"2026-01-01"})")
          .id();
  ids["check-ins"] = katrins
                         .post("/api/v1/key-results/" + made.key_result + "/check-ins",
                               R"({"value":1,"effectiveOn":")" + date(0) + "\"}")
                         .id();
  ids["site-targets"] = katrins
                            .post("/api/v1/key-results/" + made.key_result + "/site-targets",
                                  R"({"reason":"r","site":")" + ids["sites"] + "\"}")
                            .id();
  ids["users"] = admin.id;
  ids["organisation"] = "00000000-0000-7000-8000-000000000001";
  ids["kpis"] = one("kpis", R"({"name":"Liefertreue"})");
  ids["kpi-values"] = katrins
                          .post("/api/v1/kpis/" + ids["kpis"] + "/kpi-values",
                                R"({"value":97,"on":")" + date(0) + "\"}")
                          .id();
  ids["supply-records"] = one("supply-records", R"({"productArea":")" + ids["product-areas"] +
                                                    R"(","startsOn":"2026-07-01","share":0.4})");
  ids["milestones"] = katrins
                          .post("/api/v1/long-term-goals/" + ids["long-term-goals"] + "/milestones",
                                R"({"title":"m","due":"2027-06-30"})")
                          .id();
  ids["focus-topics"] =
      katrins.post("/api/v1/cycles/" + made.cycle + "/focus-topics", R"({"title":"f"})").id();
  ids["signals"] = one("signals", R"({"title":"Einkauf bündelt"})");
  ids["responses"] =
      katrins
          .post("/api/v1/signals/" + one("signals", R"({"title":"x"})") + "/responses",
                R"({"kind":"dismiss","reason":"r"})")
          .id();
  ids["open-questions"] = one("open-questions", R"({"text":"Was kommt?"})");
  ids["assumptions"] =
      one("assumptions", R"({"aboutKind":"account","about":")" + made.account + "\"}");
  ids["market-signals"] = katrins.post("/api/v1/market-signals", R"({"title":"Studie"})").id();
  ids["meetings"] = one("meetings", R"({"plannedAt":"2026-11-26T10:00:00.000Z"})");
  {
    const auto running = one("meetings", R"({"plannedAt":"2026-11-24T09:00:00.000Z"})");
    katrins.post("/api/v1/meetings/" + running + "/steer", R"({"command":"start"})");
    ids["meeting-notes"] =
        katrins.post("/api/v1/meetings/" + running + "/meeting-notes", R"({"title":"n"})").id();
    ids["proposals"] = new_id();
    katrins.post("/api/v1/meetings/" + running + "/proposals",
                 R"({"title":"t","id":")" + ids["proposals"] + "\"}");
  }
  ids["portfolio-views"] = new_id();
  ids["imports"] = new_id();
  EXPECT_EQ(
      200, katrins
               .post("/api/v1/accounts/" + made.account + "/imports",
                     R"({"id":")" + ids["imports"] + R"(","kind":"sites","file":"s.csv","hash":")" +
                         std::string(64, '0') +
                         R"(","format":{"decimalSign":"comma","dateOrder":"dmy","percent":)"
                         R"("fraction"},"columns":["name"],"rows":[{"line":2,"cells":["s"]}]})")
               .status);
  {
    const auto link = katrins.post("/api/v1/accounts/" + made.account + "/share-links",
                                   R"({"audience":"customer"})");
    ids["share-links"] = std::string(link.body.at("link").at("id").as_string());
  }
  {
    auto leader = browser(head);
    ASSERT_EQ(200, leader.client()
                       .Put("/api/v1/organisation/slide-template?name=a.pptx", leader.headers("0"),
                            "PK\x03\x04", "application/octet-stream")
                       ->status);
  }
  ids["playbooks"] = katrins.post("/api/v1/playbooks", R"({"name":"p","title":"o"})").id();
  {
    const auto token =
        katrins.post("/api/v1/accounts/" + made.account + "/api-tokens", R"({"name":"ERP"})");
    ids["api-tokens"] = std::string(token.body.at("token").at("id").as_string());
  }
  katrins.patch("/api/v1/objectives/" + made.objective,
                R"({"outcomeKind":"own","outcome":"x","reason":"r"})", "2");
  ids["outcome-readings"] = katrins
                                .post("/api/v1/objectives/" + made.objective + "/outcome-readings",
                                      R"({"value":1,"on":")" + date(0) + "\"}")
                                .id();
  EXPECT_EQ(200,
            katrins.patch("/api/v1/cycles/" + made.cycle, R"({"state":"review"})", "2").status);
  ids["reviews"] = katrins.post("/api/v1/objectives/" + made.objective + "/reviews", "{}").id();
  const auto members = katrins.get("/api/v1/accounts/" + made.account + "/team-members");
  ids["team-members"] = std::string(members.body.at(0).at("id").as_string());

  const auto table = documented();
  std::set<std::string> seen;
  for (const auto& route : app->router().routes()) {
    const auto name = route.method + " " + route.path;
    if (!seen.insert(name).second) continue;
    ASSERT_TRUE(table.contains(name)) << "docs/access.md lacks | `" << name << "` |";
    if (route.path.ends_with("/live") || route.path.ends_with("/sessions") ||
        name == "DELETE /api/v1/session" || name == "POST /api/v1/session")
      continue;  // streams and the sessions themselves have tests of their own
    std::string path = route.path;
    if (const auto at = path.find('{'); at != path.npos) {
      const auto collection = path.substr(8, at - 9);
      const auto id = ids.contains(collection) ? ids[collection] : std::string("token");
      path.replace(at, path.find('}') - at + 1, id);
    }
    if (const auto at = path.find("{date}"); at != path.npos) path.replace(at, 6, date(0));
    if (const auto at = path.find("{list}"); at != path.npos) path.replace(at, 6, "supply");
    for (std::size_t i = 0; i < kRoles.size(); ++i) {
      auto person = browser(people[kRoles[i]]);
      // A version that nothing has: whoever may write is told that it is stale, nothing changes.
      // What reads no body is asked without one: with one it is refused before anybody asks who it
      // is.
      const auto* body = route.body_schema.empty() ? "" : R"({"position":1})";
      const auto sent = route.method == "GET"     ? person.get(path)
                        : route.method == "POST"  ? person.post(path, "{}", "99")
                        : route.method == "PUT"   ? person.put(path, body, "99")
                        : route.method == "PATCH" ? person.patch(path, "{}", "99")
                                                  : person.remove(path, "99");
      const bool refused = sent.status == 401 || sent.status == 403 ||
                           (sent.status == 404 && sent.code() == "not_found");
      EXPECT_EQ(table.at(name)[i], !refused)
          << name << " as " << kRoles[i] << ": " << sent.status << " " << sent.text.substr(0, 200);
    }
  }
  for (const auto& [name, row] : table)
    EXPECT_TRUE(seen.contains(name) || name.find("demo-session") != name.npos)
        << "docs/access.md names a route that is gone: " << name;
}

TAKT_ON_BOTH_DATABASES(Access);

}  // namespace
}  // namespace takt::tests
