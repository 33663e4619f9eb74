#include "api/routes.hpp"
#include "report/account_workbook.hpp"

namespace takt::api {

using namespace domain;

namespace {

bool is_plain(unsigned char c) {
  return (c >= '0' && c <= '9') || (c >= 'A' && c <= 'Z') || (c >= 'a' && c <= 'z') ||
         std::string_view("-._~").find(static_cast<char>(c)) != std::string_view::npos;
}

/// RFC 6266: the name in UTF-8, and before it one in ASCII for whoever can't read that.
std::string attachment(const std::string& name) {
  static constexpr char kHex[] = "0123456789ABCDEF";
  std::string ascii;
  std::string encoded;
  for (const auto c : name) {
    const auto byte = static_cast<unsigned char>(c);
    ascii += byte < 0x80 ? c : '_';
    if (is_plain(byte))
      encoded += c;
    else
      encoded += {'%', kHex[byte >> 4], kHex[byte & 15]};
  }
  return "attachment; filename=\"" + ascii + "\"; filename*=UTF-8''" + encoded;
}

}  // namespace

http::Response file_answer(report::File file, std::string_view media) {
  http::Response response;
  response.headers = {{"Content-Type", std::string(media)},
                      {"Cache-Control", "no-store"},
                      {"Content-Disposition", attachment(file.name)}};
  response.body = std::move(file.content);
  return response;
}

void declare_workbook_routes(Router& router, Parts&) {
  auto& context = router.context();
  router
      .add<void, void>("GET", "/api/v1/accounts/{account}/workbook", Permission::see,
                       "The account plan as an Excel workbook, in the caller's language.",
                       [&](Call& call) {
                         const auto account = call.id();
                         const auto reader = report::account_reader(context, call.caller, account);
                         return file_answer(report::account_workbook(context, reader, account),
                                            kWorkbook);
                       })
      .named("getWorkbook")
      .answers_file(kWorkbook);
  router
      .add<void, void>(
          "GET", "/api/v1/accounts/{account}/lists/{list}", Permission::see,
          "One sheet of the workbook as CSV, written as Excel in the caller's language reads it.",
          [&](Call& call) {
            const auto account = call.id();
            const auto list = call.captured_as<report::AccountList>(1);
            const auto reader = report::account_reader(context, call.caller, account);
            return file_answer(report::account_csv(context, reader, account, list), kCsv);
          })
      .named("getList")
      .captures<report::AccountList>("list")
      .answers_file("text/csv");
}

}  // namespace takt::api
