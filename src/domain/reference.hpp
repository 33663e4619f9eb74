#pragma once
// References, declared beside the field: what an id stands for, and what it means for whoever
// refers to an entity that this is archived. From the declaration come the check of every write
// (command/references.hpp), the list in docs/domain.md and the tests.

#include <compare>
#include <optional>
#include <vector>

#include "domain/values.hpp"

namespace takt::domain {

enum class OnArchive {
  keep,    ///< the reference stays and is shown as archived
  clear,   ///< the reference is taken out
  refuse,  ///< it can't be archived while it is referred to
};

/// The id of an `Other` of the same account, or of the organisation where Other belongs to that;
/// that of another account where Other is Account. Checked when it is new or changes, never merely
/// because its holder is written.
template <class Other, OnArchive kWhat = OnArchive::keep>
struct Reference : Id {
  using Target = Other;
  static constexpr OnArchive kOnArchive = kWhat;
  Reference() = default;
  Reference(Id id) : Id(std::move(id)) {}  // NOLINT: a reference is its id
  friend auto operator<=>(const Reference& left, const Reference& right) {
    return left.text <=> right.text;
  }
  friend bool operator==(const Reference& left, const Reference& right) {
    return left.text == right.text;
  }
  friend bool operator==(const Reference& left, const Id& right) { return left.text == right.text; }
};

/// The ids of a list of references.
template <class R>
std::vector<Id> ids_of(const std::vector<R>& references) {
  return {references.begin(), references.end()};
}

/// Somebody on the account's team, by the id of their user.
struct Teammate {
  static constexpr std::string_view kTerm = "team_member";
};

using TeammateId = Reference<Teammate, OnArchive::clear>;

// Forward, so that a term can refer to any other.
struct Action;
struct CheckIn;
struct Contact;
struct Cycle;
struct Kpi;
struct KeyResult;
struct LongTermGoal;
struct MarketSignal;
struct Meeting;
struct Objective;
struct ProductArea;
struct Signal;
struct Site;
struct User;

}  // namespace takt::domain
