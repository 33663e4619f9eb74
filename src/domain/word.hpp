#pragma once
// The words by which people choose in their own files, German and English, beside the names that
// the choices have in here.

#include <boost/describe.hpp>
#include <boost/mp11.hpp>
#include <string>
#include <string_view>
#include <vector>

#include "domain/cell.hpp"
#include "domain/contact.hpp"
#include "domain/product_area.hpp"
#include "domain/signal.hpp"
#include "domain/site.hpp"
#include "domain/supply.hpp"
#include "domain/text.hpp"

namespace takt::domain {

/// What a choice is called, words between commas.
template <class E>
struct Called {
  E choice;
  std::string_view words;
};

std::vector<Called<SiteKind>> calls(SiteKind);
std::vector<Called<Standing>> calls(Standing);
std::vector<Called<BuyingRole>> calls(BuyingRole);
std::vector<Called<SupplyUnit>> calls(SupplyUnit);
std::vector<Called<Rest>> calls(Rest);
std::vector<Called<SignalSource>> calls(SignalSource);
std::vector<Called<SignalTheme>> calls(SignalTheme);
std::vector<Called<SignalNature>> calls(SignalNature);
std::vector<Called<Period>> calls(Period);

/// What words are compared by: case, accents and signs make no difference, unless there is nothing
/// but signs, such as €.
std::string word_key(std::string_view text);

/// Whether one of `words`, which commas part, has the key `wanted`.
bool has_word(std::string_view words, std::string_view wanted);

/// The choice that a word stands for.
template <class E>
Read<E> read_choice(std::string_view text) {
  static const auto called = calls(E{});
  const auto wanted = word_key(text);
  for (const auto& [choice, words] : called)
    if (has_word(words, wanted)) return choice;
  Unreadable wrong{"not_a_choice", "must be one of "};
  std::optional<E> named;
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<E>>([&](auto d) {
    const std::string name = d.name;
    if (search_words(name) == wanted) named = d.value;
    wrong.detail += (wrong.choices.empty() ? "" : ", ") + name;
    wrong.choices.push_back(name);
  });
  if (named) return *named;
  return wrong;
}

}  // namespace takt::domain
