//! `sextant serve`: an edition as web pages.

use std::net::SocketAddr;
use std::process::ExitCode;

use sextant_lake::Workspace;
use sextant_monitor::Edition;
use sextant_report::SheetContext;
use sextant_server::ServerState;
use tokio::net::TcpListener;

use crate::cli::Serve;
use crate::output::{Failure, print, say};

pub(crate) fn run(workspace: &Workspace, asked: &Serve) -> Result<ExitCode, Failure> {
    let edition = Edition::open(workspace, asked.edition.as_deref())?;
    let context = SheetContext::open(&edition, edition.definitions()?)?;
    super::wait(serve(context, asked.addr))??;
    Ok(ExitCode::SUCCESS)
}

/// Serves until the process is told to stop.
pub(crate) async fn serve(context: SheetContext, addr: SocketAddr) -> Result<(), Failure> {
    let listener = TcpListener::bind(addr).await.map_err(|error| {
        format!("cannot serve on {addr}: {error}. Choose another address with --addr")
    })?;
    print(&format!("http://{}/\n", listener.local_addr()?))?;
    say("press Ctrl-C to stop");
    let stop = async {
        // Without a signal handler the process is ended by the system instead.
        let _ = tokio::signal::ctrl_c().await;
    };
    Ok(sextant_server::serve(ServerState::new(context), listener, stop).await?)
}
