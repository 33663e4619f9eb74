#include "cli/report_file.hpp"

#include <fstream>
#include <stdexcept>

#include "cli/choice.hpp"
#include "report/account_workbook.hpp"
#include "report/one_pager_pdf.hpp"
#include "store/account_store.hpp"

namespace takt::cli {

using namespace domain;

namespace {

report::AccountList list_of(const ReportOptions& options) {
  const auto list = choice_called<report::AccountList>(options.list, "--list");
  if (list == report::AccountList::contacts && !options.contacts)
    throw std::runtime_error("Contacts are personal data: say --contacts.");
  return list;
}

/// Where the account is seen in Takt; nowhere without a public address, or for the customer.
std::string link_of(const ReportOptions& options, const Id& account) {
  if (options.public_address.empty() || options.audience == Audience::customer) return {};
  return options.public_address + "/accounts/" + account.text;
}

report::File made(access::Context& context, const ReportOptions& options, const Id& account) {
  const report::Reader reader{.language = options.language == "en" ? Language::en : Language::de,
                              .zone = context.zone.name(),
                              .name = "takt report",
                              .contacts = options.contacts};
  if (options.format == "csv")
    return report::account_csv(context, reader, account, list_of(options));
  if (options.format == "pdf")
    return report::one_pager_pdf(context, reader,
                                 page::one_pager(context, account, options.audience, {}),
                                 link_of(options, account));
  return report::account_workbook(context, reader, account);
}

}  // namespace

std::string report_file(access::Context& context, const ReportOptions& options) {
  const auto account = context.database.peek(
      [&](store::Session& session) { return store::account_with_code(session, options.account); });
  if (!account) throw std::runtime_error("No account has the code " + options.account + ".");
  const auto file = made(context, options, *account);
  auto path = options.output.empty() ? file.name : options.output;
  std::ofstream out(path, std::ios::binary);
  out << file.content;
  out.close();
  if (!out) throw std::runtime_error("Can't write " + path + ".");
  return path;
}

}  // namespace takt::cli
