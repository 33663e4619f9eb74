// Bodies of every kind for every route that writes, made from the OpenAPI document: whatever comes,
// the answer is no 5xx, and afterwards all pages still open.
//
// TAKT_FUZZ_SECONDS says how long; TAKT_FUZZ_SEED repeats a run.

#include <random>

#include "server.hpp"

namespace takt::tests {
namespace {

class Routes : public OnBothDatabases {
 protected:
  std::size_t below(std::size_t end) {
    return std::uniform_int_distribution<std::size_t>(0, end - 1)(random_);
  }
  bool one_in(std::size_t n) { return below(n) == 0; }
  template <class T>
  const T& any_of(const std::vector<T>& from) {
    return from[below(from.size())];
  }

  /// A value that fits no type, or hardly.
  json::value odd() {
    static const json::array kOdd =
        json::parse(R"([null, true, -1, 0, 1e300, 1e-300, 12345678901234567, "", " ", "\n\u0001",
                        "\u202E\uD83E\uDD8A", "0000-00-00", "2026-02-30", "9999-12-31",
                        "01932f00-0000-7000-8000-000000000000", "'; drop table account; --",
                        [], [null, 1, "x"], {}, {"id": 1}])")
            .as_array();
    return one_in(20) ? json::value(std::string(5000, 'x')) : kOdd[below(kOdd.size())];
  }

  /// A value that mostly follows the schema.
  json::value value_of(const json::object& schema, int depth = 0) {
    if (one_in(25) || depth > 6) return odd();
    if (const auto* reference = schema.if_contains("$ref")) {
      const std::string_view name = reference->get_string();
      return value_of(
          document_.at("components").at("schemas").at(name.substr(name.rfind('/') + 1)).as_object(),
          depth + 1);
    }
    if (const auto* choices = schema.if_contains("anyOf"))
      return value_of(choices->as_array()[below(choices->as_array().size())].as_object(), depth);
    if (const auto* choices = schema.if_contains("enum"))
      return choices->as_array()[below(choices->as_array().size())];
    const auto* type_of = schema.if_contains("type");
    const std::string_view type = type_of ? std::string_view(type_of->get_string()) : "null";
    if (type == "boolean") return one_in(2);
    if (type == "integer") return static_cast<int>(below(12));
    if (type == "number") return static_cast<double>(below(2000)) / 10 - 20;
    if (type == "array") {
      json::array list;
      for (auto entries = below(4); entries > 0; --entries)
        list.push_back(value_of(schema.at("items").as_object(), depth + 1));
      return list;
    }
    if (type == "object") {
      json::object object;
      if (const auto* properties = schema.if_contains("properties"))
        for (const auto& [name, property] : properties->as_object())
          if (!one_in(3)) object[name] = value_of(property.as_object(), depth + 1);
      return object;
    }
    if (type == "string") {
      const auto* format = schema.if_contains("format");
      const std::string_view kind = format ? std::string_view(format->get_string()) : "";
      if (kind == "uuid") return json::value(any_id());
      if (kind == "date") return json::value(date(static_cast<int>(below(800)) - 400));
      if (kind == "date-time")
        return json::value(date(static_cast<int>(below(60)) - 30) + "T09:00:00.000Z");
      return json::value("Wort " + std::to_string(below(50)));
    }
    return odd();
  }

  std::string any_id() {
    if (ids_.empty() || one_in(10)) return new_id();
    return any_of(ids_).second;
  }
  std::string id_of(const std::string& collection) {
    std::vector<std::string> fitting;
    for (const auto& [known, id] : ids_)
      if (known == collection) fitting.push_back(id);
    return fitting.empty() || one_in(20) ? any_id() : any_of(fitting);
  }
  /// The path with ids for its parameters, after the collections they stand behind.
  std::string filled(std::string path) {
    for (auto at = path.find('{'); at != path.npos; at = path.find('{')) {
      const auto end = path.find('}', at);
      const auto name = path.substr(at + 1, end - at - 1);
      const auto before = path.rfind('/', at - 2);
      const auto collection = path.substr(before + 1, at - before - 2);
      path.replace(at, end - at + 1,
                   name == "date"   ? date(0)
                   : name == "list" ? "supply"
                                    : id_of(collection));
    }
    return path;
  }

  /// Everything that goes in once the server knows somebody: no sign-in, no sign-out, no mails.
  static bool is_tried(const std::string& path) {
    for (const auto& [part, why] :
         std::vector<std::pair<std::string, std::string>>{{"/session", "would end the own session"},
                                                          {"password", "would end the own session"},
                                                          {"/invitations/", "is for nobody yet"},
                                                          {"/set-up", "is for nobody yet"}})
      if (path.find(part) != path.npos) return false;
    return true;
  }

  std::mt19937_64 random_{static_cast<std::uint64_t>(number_from("TAKT_FUZZ_SEED", 1))};
  json::object document_;
  std::vector<std::pair<std::string, std::string>> ids_;  ///< collection, id
};
TAKT_ON_BOTH_DATABASES(Routes);

TEST_P(Routes, AnswerWhateverIsSent) {
  const auto made = plan();
  ids_ = {{"accounts", made.account},
          {"cycles", made.cycle},
          {"objectives", made.objective},
          {"key-results", made.key_result},
          {"users", jonas.id}};
  auto katrins = browser(katrin);
  auto admins = browser(admin);
  document_ = katrins.get("/openapi.json").body.as_object();

  struct Route {
    std::string method, path;
    json::object body;
  };
  std::vector<Route> routes;
  std::vector<std::string> pages;
  for (const auto& [path, operations] : document_.at("paths").as_object())
    for (const auto& [method, operation] : operations.as_object()) {
      if (method == "get" && path.find("/live") == path.npos) pages.emplace_back(path);
      if (method == "get" || !is_tried(path)) continue;
      const auto* body = operation.as_object().if_contains("requestBody");
      // One that takes a file is asked, too: with JSON, which it has to refuse.
      routes.push_back(
          {method, path,
           body ? body->at("content").as_object().begin()->value().at("schema").as_object()
                : json::object{}});
    }
  ASSERT_GT(routes.size(), 50U);

  const auto end =
      std::chrono::steady_clock::now() + std::chrono::seconds(number_from("TAKT_FUZZ_SECONDS", 2));
  int sent = 0;
  int taken = 0;
  std::map<std::string, int> turns;
  while (std::chrono::steady_clock::now() < end) {
    const auto& route = any_of(routes);
    if (route.method == "delete" && !one_in(30)) continue;
    auto& who = one_in(3) ? admins : katrins;
    const auto path = filled(route.path);
    auto body = route.body.empty() ? json::value(json::object{}) : value_of(route.body);
    if (body.is_object()) body.get_object().erase("email");  // nobody is to be locked out
    const auto text = json::serialize(body);
    std::string version = std::to_string(1 + below(3));
    auto answer = route.method == "post"    ? who.post(path, text, version)
                  : route.method == "put"   ? who.put(path, text, version)
                  : route.method == "patch" ? who.patch(path, text, version)
                                            : who.remove(path, version);
    ASSERT_LT(answer.status, 500) << route.method << ' ' << path << ' ' << text << '\n'
                                  << answer.text;
    ++sent;
    taken += answer.status < 300;
    if (answer.status == 201 && answer.body.is_object() && answer.body.as_object().contains("id"))
      ids_.emplace_back(route.path.substr(route.path.rfind('/') + 1), answer.id());
  }
  for (const auto& page : pages)
    for (auto* who : {&katrins, &admins}) {
      const auto path = filled(page);
      const auto answer = who->get(path);
      EXPECT_LT(answer.status, 500) << path << ' ' << answer.text;
    }
  EXPECT_GT(sent, 100);
  EXPECT_GT(taken, sent / 100) << "too little goes in to prove anything";
  RecordProperty("sent", sent);
  RecordProperty("taken", taken);
}

}  // namespace
}  // namespace takt::tests
