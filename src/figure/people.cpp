#include "figure/people.hpp"

#include <algorithm>

#include "store/account_store.hpp"
#include "store/user_store.hpp"

namespace takt::figure {

using namespace domain;

namespace {

std::string initials(std::string_view name) {
  std::string out;
  bool start = true;
  for (std::size_t i = 0; i < name.size(); ++i) {
    const auto c = static_cast<unsigned char>(name[i]);
    if (start && c != ' ') {
      // Titles such as "Dr." are not part of the initials.
      const auto word = name.substr(i, name.find(' ', i) - i);
      if (!word.ends_with('.')) out += first_characters(name.substr(i), 1);
    }
    start = c == ' ' || c == '-';
  }
  return out;
}

}  // namespace

std::vector<TeamView> team_of(store::Session& session, const Id& account) {
  std::vector<TeamView> out;
  for (auto& row : store::team(session, account))
    out.push_back({row.member, row.version, {row.user, row.name, initials(row.name)}, row.role});
  std::ranges::stable_sort(out, {}, &TeamView::role);
  return out;
}

std::vector<Person> people_of(store::Session& session, const Id& account) {
  std::vector<Person> out;
  for (auto& [id, name] : store::known_people(session, account))
    out.push_back({id, name, initials(name)});
  return out;
}

}  // namespace takt::figure
