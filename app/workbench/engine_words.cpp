#include "workbench/engine_words.h"

#include "session/machine_translation.h"

#include <QtCore/QCoreApplication>
#include <QtCore/QHash>

#include <array>

namespace verbale::workbench {

namespace {

struct EngineWords
{
    Q_DECLARE_TR_FUNCTIONS(verbale::workbench::EngineWords)
};

using session::HandlingLevel;
using session::KeyPlace;
using session::SetupProblem;

QString translated(const char *text)
{
    return EngineWords::tr(text);
}

struct TypeLine
{
    const char *type;
    const char *name;
    const char *about;
};

constexpr std::array typeLines{
    TypeLine{"deepl", "DeepL",
             QT_TRANSLATE_NOOP(
                 "verbale::workbench::EngineWords",
                 "A service on the Internet, paid by the character. Keys of its free plan end in “:fx”.")},
    TypeLine{
        "azure", "Azure Translator",
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "Microsoft's service on the Internet, paid by the character. Takes the glossary's terms along.")},
    TypeLine{"google", "Google Translation (v2)",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                               "Google's service on the Internet, with an API key, paid by the character.")},
    TypeLine{
        "google-v3", "Google Translation (v3)",
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "Google's service on the Internet, with an access token of a project, paid by the character.")},
    TypeLine{
        "modernmt", "ModernMT",
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "A service on the Internet that uses memories and glossaries of yours, paid by the character.")},
    TypeLine{"libretranslate", "LibreTranslate",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                               "Free software on a server: of your own office, or of somebody else.")},
    TypeLine{"chat",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Language model (OpenAI's protocol)"),
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                               "A language model: on this computer (Ollama, llama.cpp), on a server of your "
                               "office (vLLM), or on the Internet (OpenAI).")},
    TypeLine{
        "apertium", "Apertium",
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "Free software that translates by rules, on a server of your own. It has no Vietnamese yet.")},
    TypeLine{"generic", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Service described by a file"),
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                               "Any other service, such as a ministry's own, that a JSON file describes.")},
};

const TypeLine *typeLine(const QString &type)
{
    for (const TypeLine &line : typeLines) {
        if (type == QLatin1String(line.type))
            return &line;
    }
    return nullptr;
}

struct MemberLine
{
    const char *type; ///< nullptr: of every type
    const char *member;
    const char *label;
    const char *explanation;
};

constexpr std::array memberLines{
    MemberLine{
        "libretranslate", "address", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Address"),
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "Of the server, as in https://translate.example.org. Plain http reaches this computer alone.")},
    MemberLine{"chat", "address", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Address"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Of the service, as far as “/v1”; http://127.0.0.1:11434/v1 for Ollama on "
                                 "this computer. Plain http reaches this computer alone.")},
    MemberLine{nullptr, "address", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Address"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Where texts go. Plain http reaches this computer alone.")},
    MemberLine{"chat", "model", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Model"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "As the service calls it: qwen2.5:14b, gpt-4o …")},
    MemberLine{"deepl", "model", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Model"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "quality_optimized, latency_optimized or prefer_quality_optimized.")},
    MemberLine{nullptr, "model", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Model"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Of your own, as the service calls it; empty for the usual one.")},
    MemberLine{"deepl", "english", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "English"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "British (EN-GB) or American (EN-US).")},
    MemberLine{nullptr, "glossary", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Glossary"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Its number at the service, if you have one there.")},
    MemberLine{nullptr, "glossaryVersion",
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Glossary's version"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Write something new here when you have changed the glossary at the "
                                 "service, so that texts are translated anew.")},
    MemberLine{nullptr, "formality", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Formality"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "prefer_more, prefer_less. English knows none at present.")},
    MemberLine{
        nullptr, "context", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Context"),
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "A sentence about the kind of text. It goes along with every request and is not charged.")},
    MemberLine{nullptr, "region", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Region"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Of your resource, as in southeastasia; empty for a global one.")},
    MemberLine{
        "deepl", "terms", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Send the glossary's terms"),
        QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                          "Before a text goes, its terms go into a glossary of Verbale's in your account "
                          "at DeepL, which keeps it until you delete it there.")},
    MemberLine{
        nullptr, "terms",
        QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Send the glossary's terms along"),
        QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                          "So that the service uses them. They are checked in its answers in any case.")},
    MemberLine{nullptr, "version",
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Version of the interface"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "3.0 is what every resource has.")},
    MemberLine{nullptr, "category", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Category"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "A custom model's, with version 3.0.")},
    MemberLine{nullptr, "deployment", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Deployment"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The model's, with version 2026-06-06.")},
    MemberLine{nullptr, "tone", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Tone"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "“formal”, with version 2026-06-06.")},
    MemberLine{nullptr, "project", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Project"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Its name or number in the Google Cloud console.")},
    MemberLine{nullptr, "location", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Location"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "The computing centre; a glossary is used in its own location alone.")},
    MemberLine{nullptr, "hints", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Memories"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Their numbers at the service, with commas between them.")},
    MemberLine{nullptr, "glossaries", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Glossaries"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Their numbers at the service, with commas between them.")},
    MemberLine{nullptr, "instructions", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Instructions"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "About style, for the model. They go along with every request.")},
    MemberLine{nullptr, "name", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Name for people"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Stands beside what this engine has translated.")},
    MemberLine{nullptr, "jsonMode", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Ask for JSON"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Switch it off for a server that does not know “response_format”.")},
    MemberLine{nullptr, "items",
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Segments in a request"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "At most; as the server allows.")},
    MemberLine{nullptr, "characters",
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Characters in a request"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "At most; as the server allows.")},
    MemberLine{nullptr, "firstByteSeconds",
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Wait for an answer"),
               QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                 "Seconds. A model that has to be loaded first takes minutes.")},
    MemberLine{
        nullptr, "description", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Description"),
        QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                          "The JSON file that says how the service is asked. The manual has an example.")},
    MemberLine{
        nullptr, "requestsPerSecond",
        QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Requests in a second"),
        QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "At most; empty for the service's usual rate.")},
};

struct ConsentLine
{
    const char *type;
    const char *text;
    const char *source; ///< an address; nullptr: none was found
};

constexpr std::array consentLines{
    ConsentLine{"deepl",
                QT_TRANSLATE_NOOP(
                    "verbale::workbench::EngineWords",
                    "DeepL says of its paid plans that texts are not kept once they are translated. Of the "
                    "free plan its pages say different things: take it that texts are kept there. See the "
                    "service's terms of your plan."),
                nullptr},
    ConsentLine{"azure",
                QT_TRANSLATE_NOOP("verbale::workbench::EngineWords",
                                  "Microsoft says that it keeps no text that it translates (“No Trace”)."),
                "https://learn.microsoft.com/legal/cognitive-services/translator/data-privacy-security"},
    ConsentLine{"google",
                QT_TRANSLATE_NOOP(
                    "verbale::workbench::EngineWords",
                    "Google says that it holds a text in memory for a short while in order to translate it, "
                    "and trains nothing with it."),
                "https://cloud.google.com/translate/data-usage"},
    ConsentLine{"google-v3",
                QT_TRANSLATE_NOOP(
                    "verbale::workbench::EngineWords",
                    "Google says that it holds a text in memory for a short while in order to translate it, "
                    "and trains nothing with it."),
                "https://cloud.google.com/translate/data-usage"},
    ConsentLine{
        "modernmt",
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "What this service keeps is not known to Verbale. See the service's terms before you send "
            "it anything."),
        nullptr},
    ConsentLine{
        "libretranslate",
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "Whoever runs the server decides what it keeps. Ask them before you send anything that is "
            "not public."),
        nullptr},
    ConsentLine{"chat",
                QT_TRANSLATE_NOOP(
                    "verbale::workbench::EngineWords",
                    "OpenAI says that it keeps texts for up to 30 days, to look for abuse, unless another "
                    "arrangement was made with it. A model on this computer keeps them here. Other services "
                    "have terms of their own."),
                "https://developers.openai.com/api/docs/guides/your-data"},
    ConsentLine{
        "apertium",
        QT_TRANSLATE_NOOP(
            "verbale::workbench::EngineWords",
            "The program keeps no texts. What a server that is not your own keeps, its owner decides."),
        nullptr},
    ConsentLine{"generic",
                QT_TRANSLATE_NOOP(
                    "verbale::workbench::EngineWords",
                    "Whoever runs the service decides what it keeps. Ask them before you send anything that "
                    "is not public."),
                nullptr},
};

/// The errors of the way there are the many that libcurl knows.
const char *headlineOf(const QString &code)
{
    struct Line
    {
        const char *codes; ///< what a code begins with
        const char *headline;
    };
    static constexpr std::array lines{
        Line{"mt.no-key", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "There is no key")},
        Line{"mt.key", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The key was refused")},
        Line{"mt.quota", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The quota is used up")},
        Line{"mt.budget", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Your budget is used up")},
        Line{"mt.certificate",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The certificate is not good")},
        Line{"transport.certificate",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The certificate is not good")},
        Line{"transport.dns", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The host is unknown")},
        Line{"transport.proxy",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The proxy does not let it through")},
        Line{"mt.unreachable",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The service cannot be reached")},
        Line{"transport.",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The service cannot be reached")},
        Line{"mt.limited",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The service is asked too often")},
        Line{"mt.settings",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Something in the settings is wrong")},
        Line{"mt.setup",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Something in the settings is wrong")},
        Line{"mt.engine-file",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Something in the settings is wrong")},
        Line{"mt.address",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Something in the settings is wrong")},
        Line{"mt.language",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The service has no Vietnamese")},
        Line{"mt.cancelled", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Cancelled")},
        Line{"queue.cancelled", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Cancelled")},
        Line{"plugins.cancelled", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "Cancelled")},
        Line{"plugins.", QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The plugin does not work")},
        Line{"mt.no-plugin",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The plugin does not work")},
        Line{"mt.store",
             QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The ledger cannot be written")},
    };
    for (const Line &line : lines) {
        if (code.startsWith(QLatin1String(line.codes)))
            return line.headline;
    }
    return QT_TRANSLATE_NOOP("verbale::workbench::EngineWords", "The answer is not usable");
}

} // namespace

QString engineTypeName(const QString &type)
{
    const TypeLine *line = typeLine(type);
    return line == nullptr ? type : translated(line->name);
}

QString engineTypeAbout(const QString &type)
{
    const TypeLine *line = typeLine(type);
    return line == nullptr ? EngineWords::tr("This version does not know engines of this kind.")
                           : translated(line->about);
}

MemberWords memberWords(const QString &type, const QString &member)
{
    for (const MemberLine &line : memberLines) {
        if (member == QLatin1String(line.member) &&
            (line.type == nullptr || type == QLatin1String(line.type)))
            return {translated(line.label), translated(line.explanation)};
    }
    return {member, {}};
}

QString consentText(const QString &type)
{
    for (const ConsentLine &line : consentLines) {
        if (type != QLatin1String(line.type))
            continue;
        const QString text = translated(line.text);
        return line.source == nullptr
                   ? text
                   : text + u'\n' + EngineWords::tr("Source: %1").arg(QLatin1String(line.source));
    }
    return EngineWords::tr(
        "What this service keeps is not known to Verbale. See the service's terms before you send it "
        "anything.");
}

QString handlingLevelName(HandlingLevel level)
{
    switch (level) {
    case HandlingLevel::Open:
        return EngineWords::tr("Texts without a marking");
    case HandlingLevel::Internal:
        return EngineWords::tr("Up to LƯU HÀNH NỘI BỘ (internal)");
    case HandlingLevel::Mat:
        return EngineWords::tr("Up to MẬT (confidential)");
    case HandlingLevel::ToiMat:
        return EngineWords::tr("Up to TỐI MẬT (secret)");
    case HandlingLevel::TuyetMat:
        break;
    }
    return EngineWords::tr("Up to TUYỆT MẬT (top secret)");
}

QString handlingExplanation(HandlingLevel level)
{
    switch (level) {
    case HandlingLevel::Open:
        return EngineWords::tr(
            "A text with LƯU HÀNH NỘI BỘ, MẬT, TỐI MẬT or TUYỆT MẬT on a line of its own is refused before "
            "this engine sees any of it.");
    case HandlingLevel::Internal:
        return EngineWords::tr(
            "Texts for use within your organisation may go to this engine. State secrets, MẬT and above, are "
            "refused.");
    case HandlingLevel::Mat:
    case HandlingLevel::ToiMat:
    case HandlingLevel::TuyetMat:
        break;
    }
    return EngineWords::tr(
        "State secrets may go to this engine. Choose this only where the law and your organisation "
        "allow it: a "
        "service on a computer that is cleared for them. Verbale cannot check that.");
}

QString setupProblemText(const SetupProblem &problem)
{
    using Kind = SetupProblem::Kind;
    switch (problem.kind) {
    case Kind::Missing:
        return EngineWords::tr("This is needed.");
    case Kind::NoName:
        return EngineWords::tr("Give the engine a name.");
    case Kind::LongName:
        return EngineWords::tr("Choose a shorter name, of 60 characters at most.");
    case Kind::NameTaken:
        return EngineWords::tr("Another engine is called so.");
    case Kind::VariableTaken:
        return EngineWords::tr(
                   "“%1” would take its key from the same variable of the environment. Choose a name that "
                   "differs in "
                   "letters or figures.")
            .arg(problem.about);
    case Kind::NoAddress:
        return EngineWords::tr("This is no address. Write it as in https://translate.example.org.");
    case Kind::Unencrypted:
        return EngineWords::tr(
            "Texts would go there unencrypted. Write https; http is for this computer alone.");
    case Kind::HoldsPassword:
        return EngineWords::tr("An address is shown and kept in a file: leave name and password out of it.");
    case Kind::NoNumber:
        return EngineWords::tr("This is no number that can be used here.");
    case Kind::NoFile:
        return EngineWords::tr("This file cannot be read.");
    case Kind::NotWithTerms:
        return EngineWords::tr("A text goes with one glossary alone: empty this field, or do not send the "
                               "glossary's terms.");
    case Kind::NotAbsolute:
        break;
    }
    return EngineWords::tr("Write the whole path, from the root.");
}

QString keyStateText(const session::FoundKey &found, const QString &engine)
{
    switch (found.place) {
    case KeyPlace::Environment:
        return EngineWords::tr("The key comes from the environment, %1, which comes before the keyring.")
            .arg(session::keyVariable(engine));
    case KeyPlace::Session:
        return EngineWords::tr("There is a key for this session only: it is forgotten when Verbale ends.");
    case KeyPlace::Keyring:
        return EngineWords::tr("A key is kept in the system's keyring.");
    case KeyPlace::Nowhere:
        break;
    }
    return found.problem.isEmpty()
               ? EngineWords::tr(
                     "There is no key: the system's keyring has none for this engine, or is locked.")
               : EngineWords::tr("There is no key.");
}

QString keyProblemText(const session::KeyStore &keys, const QString &problem)
{
    return keys.hasKeyring()
               ? problem
               : EngineWords::tr("This computer's session has no keyring that keys could be kept in.");
}

QString troubleHeadline(const Error &error)
{
    return translated(headlineOf(error.code));
}

} // namespace verbale::workbench
