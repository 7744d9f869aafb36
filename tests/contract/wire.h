#pragma once

#include <verbale/sdk/check_provider.h>
#include <verbale/sdk/receipts_provider.h>
#include <verbale/sdk/suggestion_provider.h>
#include <verbale/sdk/terms_provider.h>

#include <QtCore/QByteArray>

namespace verbale::contract {

/// Every value that goes to a plugin or comes back, as bytes: what another process would be sent. A member
/// that is forgotten here, or that is no value, makes the tests of the seam fail.
QByteArray toBytes(const TermsRequest &request);
QByteArray toBytes(const SuggestRequest &request);
QByteArray toBytes(const CheckRequest &request);
QByteArray toBytes(const Result<TermsAnswer> &answer);
QByteArray toBytes(const Result<SuggestAnswer> &answer);
QByteArray toBytes(const Result<CheckAnswer> &answer);

TermsRequest termsRequestFrom(const QByteArray &bytes);
SuggestRequest suggestRequestFrom(const QByteArray &bytes);
CheckRequest checkRequestFrom(const QByteArray &bytes);
Result<TermsAnswer> termsAnswerFrom(const QByteArray &bytes);
Result<SuggestAnswer> suggestAnswerFrom(const QByteArray &bytes);
Result<CheckAnswer> checkAnswerFrom(const QByteArray &bytes);

} // namespace verbale::contract
