#include "command/people.hpp"

#include <algorithm>
#include <set>

#include "domain/text.hpp"

namespace takt::command {

using namespace domain;

namespace {

constexpr std::size_t kMostChoices = 10;

std::vector<std::string> parts_of(std::string_view text, char sign) {
  std::vector<std::string> out;
  while (!text.empty()) {
    const auto end = std::min(text.find(sign), text.size());
    if (auto one = plain_cell(text.substr(0, end)); !one.empty()) out.push_back(std::move(one));
    text.remove_prefix(std::min(end + 1, text.size()));
  }
  return out;
}

std::set<std::string> words_of(std::string_view text) {
  const auto words = parts_of(search_words(text), ' ');
  return {words.begin(), words.end()};
}

}  // namespace

People::People(std::vector<User> users) : users_(std::move(users)) {
  for (const auto& user : users_) {
    named_[name_key(user.name)].push_back(&user);
    addressed_.emplace(email_key(user.email), &user);
  }
}

std::vector<const User*> People::called(std::string_view text) const {
  // As mail programs write it: the address tells best.
  if (const auto begin = text.find('<'), end = text.find('>', begin); end != text.npos)
    return called(text.substr(begin + 1, end - begin - 1));
  if (const auto found = addressed_.find(email_key(plain_cell(text))); found != addressed_.end())
    return {found->second};
  if (const auto found = named_.find(name_key(text)); found != named_.end()) return found->second;
  const auto comma = text.find(',');
  if (comma == text.npos) return {};
  const auto turned =
      std::string(text.substr(comma + 1)) + ' ' + std::string(text.substr(0, comma));
  const auto found = named_.find(name_key(turned));
  return found == named_.end() ? std::vector<const User*>{} : found->second;
}

std::vector<std::string> People::like(std::string_view text) const {
  // What stands behind the @ is the same of all.
  const auto own_words = [](std::string_view one) {
    return words_of(one.substr(0, one.find('@')));
  };
  const auto wanted = own_words(text);
  std::set<std::string> near, others;
  for (const auto& user : users_) {
    if (user.archived_at) continue;
    const auto words = own_words(user.name + " " + user.email);
    const bool shares =
        std::ranges::any_of(words, [&](const auto& word) { return wanted.contains(word); });
    const bool begins = std::ranges::any_of(words, [&](const auto& word) {
      return std::ranges::any_of(wanted, [&](const auto& one) { return one[0] == word[0]; });
    });
    const bool alone = named_.at(name_key(user.name)).size() == 1;
    const auto told = alone ? std::string(user.name) : std::string(user.email);
    if (shares)
      near.insert(told);
    else if (begins)
      others.insert(told);
  }
  std::vector<std::string> out(near.begin(), near.end());
  out.insert(out.end(), others.begin(), others.end());
  if (out.size() > kMostChoices) out.resize(kMostChoices);
  return out;
}

Read<Id> People::find(std::string_view text) const {
  auto found = called(text);
  const bool archived =
      std::erase_if(found, [](const User* user) { return user->archived_at.has_value(); }) > 0;
  if (found.size() == 1) return found.front()->id;
  const auto shown = "“" + std::string(first_characters(text, 60)) + "”";
  if (found.size() > 1) {
    Unreadable wrong{"ambiguous_user", "several people are called " + shown + ": name the address"};
    for (const auto* user : found) wrong.choices.push_back(user->email);
    return wrong;
  }
  if (archived)
    return Unreadable{"archived", shown + " is archived: restore them, or name another"};
  return Unreadable{"unknown_user", shown + " is no user", like(text)};
}

std::vector<std::string> People::named_in(std::string text) const {
  std::ranges::replace(text, '\n', ';');
  // "Vogt, Katrin <k.vogt@…>, Albers, Jonas <…>"
  for (auto at = text.find(">,"); at != text.npos; at = text.find(">,", at)) text[at + 1] = ';';
  std::vector<std::string> out;
  for (auto& one : parts_of(text, ';')) {
    if (one.find(',') == one.npos || !called(one).empty()) {
      out.push_back(std::move(one));
      continue;
    }
    for (auto& part : parts_of(one, ',')) out.push_back(std::move(part));
  }
  return out;
}

const std::string& People::name(const Id& user) const {
  static const std::string nobody;
  const auto found = std::ranges::find(users_, user, &User::id);
  return found == users_.end() ? nobody : found->name;
}

void read_people_cell(Reading& reading, const Field& field, const boost::json::value& cell) {
  const auto& people = *reading.by.people;
  const auto named = people.named_in(text_of(cell));
  boost::json::array ids;
  for (std::size_t i = 0; i < named.size(); ++i) {
    auto found = people.find(named[i]);
    if (auto* wrong = std::get_if<Unreadable>(&found)) {
      for (auto& choice : wrong->choices) {
        std::string all;
        for (std::size_t other = 0; other < named.size(); ++other)
          all += (other ? "; " : "") + (other == i ? choice : named[other]);
        choice = std::move(all);
      }
      reading.refuse(std::move(*wrong));
      reading.problems.back().value = named[i];
      return;
    }
    const boost::json::value id(std::get<Id>(found).text);
    if (std::ranges::find(ids, id) == ids.end()) ids.push_back(id);
  }
  reading.members[field.member] = std::move(ids);
}

}  // namespace takt::command
