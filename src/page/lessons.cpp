#include "page/lessons.hpp"

#include <algorithm>

#include "domain/access.hpp"
#include "domain/hints.hpp"
#include "domain/user.hpp"
#include "page/page.hpp"

namespace takt::page {

using namespace domain;

std::vector<Lesson> lessons(Context& context, const Caller& caller, const std::string& words,
                            std::size_t most) {
  require(context, caller, Permission::signed_in);
  std::optional<Id> user;
  if (caller.role != OrganisationRole::head) user = caller.user;
  auto all =
      context.database.peek([&](store::Session& session) { return store::lessons(session, user); });
  if (!words.empty()) {
    std::vector<std::pair<double, Lesson>> alike;
    for (auto& lesson : all) {
      const double how = likeness(words, lesson.title + " " + lesson.lesson);
      if (how >= 0.3) alike.emplace_back(how, std::move(lesson));
    }
    std::ranges::stable_sort(alike, std::greater{}, [](const auto& pair) { return pair.first; });
    all.clear();
    for (auto& [how, lesson] : alike) all.push_back(std::move(lesson));
  }
  if (all.size() > most) all.resize(most);
  return all;
}

}  // namespace takt::page
