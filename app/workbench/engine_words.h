#pragma once

#include "session/engine_settings.h"
#include "session/key_store.h"

#include <QtCore/QString>

namespace verbale::workbench {

/// What services of machine translation and their settings are called in the window, in the interface's
/// language.
struct MemberWords
{
    QString label;
    QString explanation; ///< a sentence or two
};

QString engineTypeName(const QString &type);  ///< "DeepL"; a type that is not known as it is
QString engineTypeAbout(const QString &type); ///< what one needs to know before setting one up
/// A member that the window does not know is called as in the file.
MemberWords memberWords(const QString &type, const QString &member);

/// What the service keeps of a text by its own terms, and where it says so; plain text.
QString consentText(const QString &type);

QString handlingLevelName(session::HandlingLevel level); ///< "LƯU HÀNH NỘI BỘ (internal)"
QString handlingExplanation(session::HandlingLevel level);

QString setupProblemText(const session::SetupProblem &problem);

/// Where an engine's key is. `problem` of what was found is told too.
QString keyStateText(const session::FoundKey &found, const QString &engine);

/// Why the keyring could not be asked; `problem` is the keyring's own sentence.
QString keyProblemText(const session::KeyStore &keys, const QString &problem);

/// What went wrong, in three or four words; the error's own sentence goes on from there.
QString troubleHeadline(const Error &error);

} // namespace verbale::workbench
