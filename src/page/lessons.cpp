#include "page/lessons.hpp"

#include <algorithm>

#include "domain/access.hpp"
#include "domain/hints.hpp"
#include "domain/user.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;

namespace {

constexpr int kCompared = 500;

}  // namespace

std::vector<Lesson> lessons(Context& context, const Caller& caller, const std::string& words,
                            int most) {
  require(context, caller, Permission::signed_in);
  std::optional<Id> user;
  if (caller.role != OrganisationRole::head) user = caller.user;
  auto all = context.database.peek([&](store::Session& session) {
    return store::lessons(session, user, words.empty() ? most : kCompared);
  });
  if (words.empty()) return all;
  std::vector<std::pair<double, Lesson>> alike;
  for (auto& lesson : all) {
    const double how = likeness(words, lesson.title + " " + lesson.lesson);
    if (how >= 0.3) alike.emplace_back(how, std::move(lesson));
  }
  std::ranges::stable_sort(alike, std::greater{}, [](const auto& pair) { return pair.first; });
  if (std::ssize(alike) > most) alike.resize(static_cast<std::size_t>(most));
  std::vector<Lesson> out;
  out.reserve(alike.size());
  for (auto& [how, lesson] : alike) out.push_back(std::move(lesson));
  return out;
}

}  // namespace takt::page
