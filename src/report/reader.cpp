#include "report/reader.hpp"

#include <algorithm>

#include "mapping/words.hpp"
#include "store/zone.hpp"

namespace takt::report {

using namespace domain;

Reader reader_of(access::Context& context, const access::Caller& caller) {
  const auto user = context.database.peek(
      [&](store::Session& session) { return store::find<User>(session, caller.user); });
  return {.language = user ? user->language : Language::de,
          .zone = context.zone_of(caller),
          .name = caller.name};
}

Moment stand(const access::Context& context, const Reader& reader) {
  return {store::local_time(reader.zone, context.now())};
}

std::string clock(const Moment& moment) {
  return to_string(moment.local).substr(11, 5);  // of 2026-11-24T10:00:00.000Z
}

About about(const access::Context& context, const Reader& reader, std::string title) {
  const auto now = stand(context, reader);
  const auto when = mapping::day_words(reader.language, date_of(now.local)) + " " + clock(now) +
                    " " + store::zone_name(reader.zone, context.now(), reader.language);
  const auto said = reader.language == Language::de
                        ? "Stand " + when + ", erstellt von " + reader.name
                        : "As of " + when + ", made by " + reader.name;
  return {std::move(title), reader.name, said, context.now()};
}

std::string file_name(const std::vector<std::string>& parts, std::string_view ending) {
  auto out = joined(parts, " ");
  std::ranges::replace_if(
      out,
      [](char c) {
        return (c >= 0 && c < 0x20) || c == 0x7F ||
               std::string_view("/\\:*?\"<>|").find(c) != std::string::npos;
      },
      '-');
  return out.append(ending);
}

std::string period_name(Period period, Date starts_on) {
  const std::chrono::year_month_day day(starts_on.days);
  const auto year = std::to_string(static_cast<int>(day.year()));
  const auto month = static_cast<unsigned>(day.month());
  switch (period) {
    case Period::quarter:
      return "Q" + std::to_string((month + 2) / 3) + " " + year;
    case Period::month:
      return (month < 10 ? "0" : "") + std::to_string(month) + "/" + year;
    case Period::year:
      break;
  }
  return year;
}

std::string running_period(Period period, Date starts_on, bool running, Language language) {
  constexpr mapping::Word kRunning{" (läuft noch)", " (still running)"};
  const auto name = period_name(period, starts_on);
  return running ? name + std::string(kRunning.in(language)) : name;
}

std::string joined(const std::vector<std::string>& parts, std::string_view between) {
  std::string out;
  for (const auto& part : parts) {
    if (part.empty()) continue;
    if (!out.empty()) out += between;
    out += part;
  }
  return out;
}

}  // namespace takt::report
