#pragma once

#include "ledger/ledger.h"

/// The exit ledger's names, which this plugin uses throughout.
namespace verbale::mt {

using ledger::Budget;
using ledger::ExitRequest;
using ledger::Ledger;
using ledger::LedgerCheck;
using ledger::LedgerLine;
using ledger::mayHaveBeenCharged;
using ledger::Outcome;
using ledger::TextOutcome;

} // namespace verbale::mt
