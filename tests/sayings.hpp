#pragma once
// What pages say of something, compared figure by figure.

#include <algorithm>
#include <array>
#include <cmath>
#include <map>
#include <set>

#include "server.hpp"

namespace takt::tests {

/// Members that tell what was, not what is.
inline const std::set<std::string_view> kThen{
    "atStart",     // the plan as its start kept it
    "activity",    // the change log tells each value as it was
    "changes",     // the same
    "sinceStart",  // the same
    "happened",    // the same
};

/// Members that mean something else under the same name, and what they are called here.
inline std::string figure_of(const json::object& object, const std::string& name) {
  const bool stored = object.contains("version");
  // A key result's view tells what counts: the starts of all sites, the weight after spreading.
  if (stored && (name == "start" || name == "weight")) return "entered " + name;
  if (object.contains("quadrantThen") || object.contains("course")) {
    // A row of the effectiveness page, an objective of the portfolio: its result is what the review
    // calls the score. A view's `result` is that of the key results alone, before anybody judged.
    if (name == "result") return "score";
    if (name == "effectThen") return "effectAtClose";
  }
  // What a step is to its goal, one objective serving several.
  if (object.contains("objective") && !stored && name == "kind") return "";
  // A list of meetings leaves the minutes out, and only the board looks for similar signals.
  if (name == "minutes" || name == "similar") return "";
  return name;
}

inline const json::value* member(const json::object& object, std::string_view name) {
  const auto* found = object.if_contains(name);
  return found && !found->is_null() ? found : nullptr;
}

inline std::string text(const json::value& value) { return std::string(value.as_string()); }

inline bool same(const json::value& left, const json::value& right) {
  if (left.is_number() && right.is_number()) {
    const auto one = left.to_number<double>();
    return std::abs(one - right.to_number<double>()) <= 1e-9 * std::max(1.0, std::abs(one));
  }
  if (left.kind() != right.kind()) return false;
  if (const auto* list = left.if_array()) {
    const auto& other = right.get_array();
    return std::equal(list->begin(), list->end(), other.begin(), other.end(), same);
  }
  if (const auto* object = left.if_object()) {
    if (object->size() != right.get_object().size()) return false;
    return std::ranges::all_of(*object, [&](const auto& one) {
      const auto* other = right.get_object().if_contains(one.key());
      return other && same(one.value(), *other);
    });
  }
  return left == right;
}

/// What pages say of something, figure by figure. Two that disagree are named.
class Sayings {
 public:
  void note(const std::string& about, const std::string& figure, const json::value& value,
            const std::string& page) {
    if (figure.empty()) return;
    auto& said = said_[{about, figure}];
    if (said.pages.empty()) {
      said.value = value;
      said.first = page;
    }
    said.pages.insert(page);
    if (same(said.value, value)) return;
    ADD_FAILURE() << figure << " of " << called(about) << ": " << said.first << " says "
                  << said.value << ", " << page << " says " << value;
  }
  /// Everything in an answer that describes something by its id. `cycle`: whose steps it counts.
  void walk(const json::value& value, const std::string& page, const std::string& cycle) {
    if (const auto* list = value.if_array())
      for (const auto& each : *list) walk(each, page, cycle);
    const auto* object = value.if_object();
    if (!object) return;
    if (const auto about = subject(*object)) tell(*about, *object, page, cycle);
    walk_members(*object, page, cycle);
  }
  void walk_members(const json::object& object, const std::string& page, const std::string& cycle) {
    for (const auto& [name, each] : object)
      if (!kThen.contains(name)) walk(each, page, cycle);
  }
  /// The figures that two pages or more told of the same thing.
  std::map<std::string, int> compared() const {
    std::map<std::string, int> out;
    for (const auto& [key, said] : said_)
      if (said.pages.size() > 1) ++out[key.second];
    return out;
  }

 private:
  struct Said {
    json::value value;
    std::string first;  ///< the page that said it first
    std::set<std::string> pages;
  };
  static std::optional<std::string> subject(const json::object& object) {
    for (const auto* name :
         {"keyResult", "objective", "goal", "signal", "siteTarget", "kpi", "cycle"}) {
      const auto* of = member(object, name);
      if (of && of->is_object()) return text(of->at("id"));
    }
    for (const auto* name : {"view", "figures"})
      if (const auto* of = member(object, name); of && of->is_object())
        return subject(of->get_object());
    if (const auto* id = member(object, "id")) return text(*id);
    if (const auto* of = member(object, "objective")) return text(*of);
    if (const auto* of = member(object, "account"); of && object.contains("day")) return text(*of);
    return {};
  }
  void tell(const std::string& about, const json::object& object, const std::string& page,
            const std::string& cycle) {
    for (const auto& [key, value] : object) {
      const std::string name(key);
      if (kThen.contains(name)) continue;
      if (name == "outcome" && value.is_object()) {
        for (const auto& [of, each] : value.get_object())
          note(about,
               of == "effect" || of == "soFar" ? std::string(of) : "outcome." + std::string(of),
               each, page);
      } else if (name == "course" && value.is_object()) {
        for (const auto& [of, each] : value.get_object()) note(about, std::string(of), each, page);
      } else if (name == "stepsInCycle") {
        note(about, "steps in " + cycle, value, page);
      } else if (name == "asks") {
        if (!cycle.empty()) note(about, "asks in " + cycle, value, page);
      } else if (name == "forecast" || is_plain(value)) {
        note(about, figure_of(object, name), value, page);
      }
    }
  }
  static bool is_plain(const json::value& value) {
    const auto* list = value.if_array();
    if (!list) return !value.is_object();
    return std::ranges::none_of(*list,
                                [](const auto& one) { return one.is_object() || one.is_array(); });
  }
  std::string called(const std::string& about) const {
    for (const auto* name : {"title", "name"})
      if (const auto found = said_.find({about, name}); found != said_.end())
        return json::serialize(found->second.value);
    return about;
  }
  std::map<std::pair<std::string, std::string>, Said> said_;
};

}  // namespace takt::tests
