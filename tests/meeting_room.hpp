#pragma once
// What tests of a meeting that carries a team from one cycle into the next have in common.

#include <set>

#include "server.hpp"

namespace takt::tests {

class InTheRoom : public OnBothDatabases {
 protected:
  void SetUp() override {
    made = plan();
    id = meeting("cycle", R"("votes":5,"cycle":")" + made.cycle + "\"");
  }
  std::string meeting(const std::string& kind, const std::string& more = R"("place":"Paderborn")") {
    const auto planned = browser(katrin).post(
        "/api/v1/accounts/" + made.account + "/meetings",
        R"({"kind":")" + kind + R"(","plannedAt":"2026-11-30T09:00:00.000Z",)" + more + "}");
    EXPECT_EQ(201, planned.status) << planned.text;
    return planned.id();
  }
  Answer steer(const Person& person, const std::string& body) {
    return browser(person).post("/api/v1/meetings/" + id + "/steer", "{" + body + "}");
  }
  Answer steer(const std::string& command) {
    return steer(katrin, R"("command":")" + command + "\"");
  }
  Answer step(const Person& person, int step) {
    return steer(person, R"("command":"step","step":)" + std::to_string(step));
  }
  Answer try_to_propose(const Person& person, const std::string& title, const std::string& topic) {
    return browser(person).post("/api/v1/meetings/" + id + "/proposals",
                                R"({"title":")" + title + R"(","id":")" + topic + "\"}");
  }
  std::string propose(const Person& person, const std::string& title) {
    const auto topic = new_id();
    const auto answer = try_to_propose(person, title, topic);
    EXPECT_EQ(204, answer.status) << answer.text;
    return topic;
  }
  Answer group(const std::string& topic, const std::string& into) {
    return browser(katrin).put("/api/v1/proposals/" + topic + "/group",
                               into.empty() ? R"({"into":null})" : R"({"into":")" + into + "\"}");
  }
  Answer vote(const Person& person, const std::string& topic, int dots,
              const std::string& more = "") {
    return browser(person).put(
        "/api/v1/meetings/" + id + "/votes",
        R"({"proposal":")" + topic + R"(","dots":)" + std::to_string(dots) + more + "}");
  }
  Answer be_ready(const Person& person, const std::string& body) {
    return browser(person).put("/api/v1/meetings/" + id + "/ready", body);
  }
  json::value room(const Person& person) {
    return browser(person).get("/api/v1/meetings/" + id + "/room").body;
  }
  /// The topic as the person sees it; null where they do not.
  json::value topic(const Person& person, const std::string& topic) {
    const auto seen = room(person);
    for (const auto& one : seen.at("proposals").as_array())
      if (one.at("id").as_string() == topic) return one;
    return nullptr;
  }
  std::string cycle(const std::string& name, int from, int to) {
    const auto answer = browser(katrin).post("/api/v1/accounts/" + made.account + "/cycles",
                                             R"({"name":")" + name + R"(","startsOn":")" +
                                                 date(from) + R"(","endsOn":")" + date(to) + "\"}");
    EXPECT_EQ(201, answer.status) << answer.text;
    return answer.id();
  }
  void look_back() {
    const auto path = "/api/v1/cycles/" + made.cycle;
    auto katrins = browser(katrin);
    EXPECT_EQ(200,
              katrins.patch(path, R"({"state":"review"})", katrins.get(path).version()).status);
  }
  std::vector<std::string> focus_of(const std::string& cycle) {
    std::vector<std::string> out;
    const auto page = browser(katrin).get("/api/v1/cycles/" + cycle + "/plan").body;
    for (const auto& one : page.at("focusTopics").as_array())
      out.push_back(std::string(one.at("title").as_string()) + " " +
                    std::to_string(one.at("votes").as_int64()));
    return out;
  }
  static std::set<std::string> texts(const json::value& list, const std::string& key) {
    std::set<std::string> out;
    for (const auto& one : list.as_array())
      out.insert(std::string(key.empty() ? one.as_string() : one.at(key).as_string()));
    return out;
  }
  using Texts = std::set<std::string>;

  /// Everything that can be read without naming an entry of its own, and of this meeting and cycle.
  std::vector<std::string> surfaces() {
    std::vector<std::string> out;
    for (const auto& [path, methods] : contract_paths()) {
      if (!methods.contains("get") || !path.starts_with("/api/v1/") || path == "/api/v1/live")
        continue;
      auto filled = std::string(path);
      const auto fill = [&](const std::string& place, const std::string& with) {
        if (const auto found = filled.find(place); found != filled.npos)
          filled.replace(found, place.size(), with);
      };
      fill("{account}", made.account);
      fill("/accounts/{id}", "/accounts/" + made.account);
      fill("/meetings/{id}", "/meetings/" + id);
      fill("/cycles/{id}", "/cycles/" + made.cycle);
      fill("/objectives/{id}", "/objectives/" + made.objective);
      fill("/key-results/{id}", "/key-results/" + made.key_result);
      if (filled.find('{') == filled.npos) out.push_back(filled);
    }
    out.push_back("/api/v1/search?q=GEHEIM");
    return out;
  }
  /// What tells somebody of "GEHEIM" who must not know of it.
  std::string leaks(const Person& person) {
    std::string out;
    auto reader = browser(person);
    for (const auto& path : surfaces())
      if (const auto answer = reader.get(path); answer.text.find("GEHEIM") != std::string::npos)
        // A search repeats what was asked for.
        if (path.find("q=") == path.npos || answer.text.find("GEHEIMES") != std::string::npos)
          out += path + "\n";
    return out;
  }
  std::map<std::string, json::object> contract_paths() {
    std::map<std::string, json::object> out;
    const auto document = browser(katrin).get("/openapi.json").body;
    for (const auto& one : document.at("paths").as_object())
      out[std::string(one.key())] = one.value().as_object();
    return out;
  }

  Plan made;
  std::string id;
};

}  // namespace takt::tests
