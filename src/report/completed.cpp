// In C++17, as qpdf's headers are: clang 14 can't read them as C++20.

#include "report/completed.hpp"

#define POINTERHOLDER_TRANSITION 4  // of qpdf: standard pointers alone
#include <qpdf/QPDF.hh>
#include <qpdf/QPDFWriter.hh>
#include <vector>

namespace takt::report {

namespace {

/// An element of the structure that holds those.
QPDFObjectHandle holder(QPDF& pdf, const std::string& element, const QPDFObjectHandle& parent,
                        const std::vector<QPDFObjectHandle>& held) {
  auto out = pdf.makeIndirectObject(QPDFObjectHandle::newDictionary());
  out.replaceKey("/Type", QPDFObjectHandle::newName("/StructElem"));
  out.replaceKey("/S", QPDFObjectHandle::newName(element));
  out.replaceKey("/P", parent);
  out.replaceKey("/K", QPDFObjectHandle::newArray(held));
  for (auto one : held) one.replaceKey("/P", out);
  return out;
}

/// One document, as readers want it, and items that follow one another as a list: cairo's elements
/// end with their page.
void hold_together(QPDF& pdf, QPDFObjectHandle tree) {
  if (!tree.isDictionary()) return;  // nothing was written
  auto top = tree.getKey("/K");
  if (!top.isArray()) top = QPDFObjectHandle::newArray({top});
  auto document = holder(pdf, "/Document", tree, {});
  std::vector<QPDFObjectHandle> elements, items;
  const auto end_list = [&] {
    if (!items.empty()) elements.push_back(holder(pdf, "/L", document, items));
    items.clear();
  };
  for (auto one : top.getArrayAsVector()) {
    if (one.getKey("/S").isNameAndEquals("/LI")) {
      items.push_back(one);
      continue;
    }
    end_list();
    one.replaceKey("/P", document);
    elements.push_back(one);
  }
  end_list();
  document.replaceKey("/K", QPDFObjectHandle::newArray(elements));
  tree.replaceKey("/K", document);
}

}  // namespace

std::string completed(const std::string& file, const std::string& language) {
  QPDF pdf;
  pdf.setSuppressWarnings(true);
  pdf.processMemoryFile("pdf", file.data(), file.size());
  auto root = pdf.getRoot();
  root.replaceKey("/Lang", QPDFObjectHandle::newString(language));
  root.replaceKey("/MarkInfo", QPDFObjectHandle::parse("<< /Marked true >>"));
  root.replaceKey("/ViewerPreferences", QPDFObjectHandle::parse("<< /DisplayDocTitle true >>"));
  hold_together(pdf, root.getKey("/StructTreeRoot"));
  QPDFWriter writer(pdf);
  writer.setOutputMemory();
  writer.setDeterministicID(true);
  writer.write();
  const auto buffer = writer.getBufferSharedPointer();
  return {reinterpret_cast<const char*>(buffer->getBuffer()), buffer->getSize()};
}

}  // namespace takt::report
