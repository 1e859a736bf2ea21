// What is wrong with a link, in the words of a finding.
#include "list/address_form.h"
#include "list/broken_links.h"
#include "text/quote.h"

namespace paperlint {

std::string message(BrokenLink::Kind kind, std::string_view link_text) {
  const std::string text = in_quotes(link_text);
  switch (kind) {
    case BrokenLink::Kind::gap:
      return text + " is no link: a blank stands before its address";
    case BrokenLink::Kind::swapped:
      return text + " is no link: its brackets are wrong, expected [text](address)";
    case BrokenLink::Kind::bare:
      return text + " is no link: its address lacks the parentheses";
    case BrokenLink::Kind::wide:
      return text + " is no link: its address stands in full-width parentheses";
    case BrokenLink::Kind::misplaced:
      return text + " is no link: no bracket closes its text";
    case BrokenLink::Kind::unclosed:
      return text + " is no link: no parenthesis closes its address";
    case BrokenLink::Kind::unopened:
      return text + " is no link: it has no opening bracket";
    case BrokenLink::Kind::closed:
      return text + " is no link: it has one opening bracket and two closing ones";
    case BrokenLink::Kind::nested:
      return "the address of " + text + " is a link itself";
    case BrokenLink::Kind::emptied:
      return text + " has empty parentheses, its address stands behind them";
    case BrokenLink::Kind::doubled:
      return "the address of " + text + " stands in brackets or quotes";
    case BrokenLink::Kind::crossed:
      return text + " has its closing bracket within the address";
    case BrokenLink::Kind::blank:
      return text + " is no link: its address holds a blank";
    case BrokenLink::Kind::reversed:
      return text + " stands in the place of the address, expected [text](address)";
    case BrokenLink::Kind::inside:
      return text + " is no link: its text holds another link";
  }
  return {};
}

std::string message(const AddressFault& fault) {
  const std::string found = in_quotes(fault.found);
  const std::string expected = fault.expected.empty() ? "" : ", expected " + in_quotes(fault.expected);
  switch (fault.kind) {
    case AddressFault::Kind::invisible:
      return "the address holds an invisible character";
    case AddressFault::Kind::scheme:
      return "the address begins with " + found + expected;
    case AddressFault::Kind::no_scheme:
      return "the address lacks its scheme" + expected;
    case AddressFault::Kind::joined:
      return "the address runs into another one, " + found;
    case AddressFault::Kind::host:
      return "the address is " + found + " alone";
    case AddressFault::Kind::dash:
      return "the address holds the dash " + found + expected;
    case AddressFault::Kind::junk:
      return "the address ends in " + found;
    case AddressFault::Kind::arxiv:
      return found + " leads nowhere on arXiv" + expected;
    case AddressFault::Kind::local:
      return "the address leads to a file of one computer, " + found;
    case AddressFault::Kind::redirect:
      return "the address leads by way of " + found + expected;
  }
  return {};
}

}  // namespace paperlint
