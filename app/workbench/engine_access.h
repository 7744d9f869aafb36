#pragma once

#include "session/connection_test.h"
#include "session/engine_settings.h"
#include "session/key_store.h"

#include <QtWidgets/QWidget>

#include <functional>

class QLabel;
class QLineEdit;
class QPlainTextEdit;
class QProgressBar;
class QPushButton;

namespace verbale::workbench {

/// The key of an engine: where it is, a field for a new one, which can be written and not read, and a button
/// that takes it away.
class EngineKeyBox final : public QWidget
{
    Q_OBJECT
public:
    explicit EngineKeyBox(session::KeyStore &keys, QWidget *parent = nullptr);

    /// `storedAs`: the name under which its key is kept; empty: it is new and has none. `pending`: one was
    /// typed before and is kept with the next saving.
    void show(const session::EngineSetup &setup, const QString &storedAs, bool pending);
    [[nodiscard]] session::Key typed() const;
    /// The field is empty afterwards.
    [[nodiscard]] session::Key takeTyped();
    [[nodiscard]] bool hasTyped() const;
    /// The one that counts, without what was typed; when it is known.
    [[nodiscard]] const session::FoundKey &found() const { return m_found; }
    /// Asks anew where the key is.
    void look();
    [[nodiscard]] QString state() const;
    [[nodiscard]] QLineEdit *field() const { return m_field; }
    [[nodiscard]] QPushButton *removeButton() const { return m_remove; }

signals:
    void edited();
    void removeRequested();
    void looked();

private:
    void tell();

    session::KeyStore &m_keys;
    session::EngineSetup m_setup;
    QString m_storedAs;
    session::FoundKey m_found;
    int m_asked = 0; ///< the question of the moment; answers to earlier ones are dropped
    bool m_waiting = false;
    bool m_pending = false;
    QLabel *m_state;
    QLineEdit *m_field;
    QPushButton *m_remove;
};

/// "Test connection": shows what would be sent, sends it when the user says so, and tells what came of it.
class ConnectionBox final : public QWidget
{
    Q_OBJECT
public:
    /// `make`: the test of the engine as it stands in the form.
    ConnectionBox(std::function<session::ConnectionTest()> make, QWidget *parent = nullptr);
    ~ConnectionBox() override;

    /// Another engine is shown, or this one was edited: what was found out is of no use any more.
    void reset();
    void setAvailable(bool available);
    [[nodiscard]] bool isBusy() const { return m_busy; }
    /// What the box says.
    [[nodiscard]] QString text() const;
    [[nodiscard]] QString request() const; ///< what would be sent
    [[nodiscard]] QPushButton *begin() const { return m_begin; }
    [[nodiscard]] QPushButton *send() const { return m_send; }
    [[nodiscard]] QPushButton *leave() const { return m_leave; }

signals:
    void answered(); ///< well or not

protected:
    void changeEvent(QEvent *event) override;

private:
    enum class Mood { Quiet, Good, Bad };

    void ask();
    void showRequest(const Result<TranslatePreview> &preview);
    void sendIt();
    void leaveIt();
    [[nodiscard]] static QString cancelText(const Error &error);
    void comeIntoView();
    void showAnswer(const Result<session::ConnectionAnswer> &answer);
    void say(const QString &text, Mood mood = Mood::Quiet);
    void setBusy(bool busy, const QString &what = {});
    void colour();

    std::function<session::ConnectionTest()> m_make;
    session::ConnectionTest m_test;
    StopSource m_stop;
    int m_turn = 0; ///< answers of an earlier turn are dropped
    bool m_busy = false;
    bool m_isSending = false;
    bool m_available = true;
    Mood m_mood = Mood::Quiet;
    QPushButton *m_begin;
    QProgressBar *m_progress;
    QLabel *m_text;
    QPlainTextEdit *m_request;
    QPushButton *m_send;
    QPushButton *m_leave;
};

} // namespace verbale::workbench
