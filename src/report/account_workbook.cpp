#include "report/account_workbook.hpp"

#include <boost/mp11.hpp>

#include "access/require.hpp"
#include "report/account_overview.hpp"
#include "report/book.hpp"
#include "report/csv.hpp"

namespace takt::report {

using namespace domain;

namespace {

std::string cycle_name(const Material& material) {
  for (const auto& plan : material.plans)
    if (plan.cycle.id == material.shown) return plan.cycle.name;
  return "";
}

Material material_for(access::Context& context, const Reader& reader, const Id& account) {
  return context.database.read([&](store::Session& session) {
    return material_of(session, account, context.today(), reader.contacts);
  });
}

}  // namespace

Reader account_reader(access::Context& context, const access::Caller& caller, const Id& account) {
  access::require(context, caller, Permission::see, account);
  auto reader = reader_of(context, caller);
  reader.contacts = true;
  return reader;
}

File account_workbook(access::Context& context, const Reader& reader, const Id& account) {
  const auto material = material_for(context, reader, account);
  const std::string title = "Key-Account-Plan";
  Book book(reader.language, about(context, reader, title + " " + material.account.name));
  add_overview(book, material, reader, stand(context, reader));
  boost::mp11::mp_for_each<boost::describe::describe_enumerators<AccountList>>([&](auto list) {
    if (list.value != AccountList::contacts || reader.contacts)
      write_list(book, material, reader, list.value);
  });
  return {file_name({title, material.account.name, cycle_name(material)}, ".xlsx"), book.file()};
}

File account_csv(access::Context& context, const Reader& reader, const Id& account,
                 AccountList list) {
  const auto material = material_for(context, reader, account);
  Csv csv(reader.language);
  write_list(csv, material, reader, list);
  return csv_file(context, reader, material.account.name, csv);
}

}  // namespace takt::report
