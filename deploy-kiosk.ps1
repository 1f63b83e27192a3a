<#
.SYNOPSIS
Puts the kiosk on a machine, brings it up to date, or goes back to the version before.
.DESCRIPTION
Builds Kiosk.App in Release, framework-dependent, copies it to the machine and runs its "setup" there. On Debian and Raspberry Pi OS
"setup" does the rest: it keeps the version in a folder of its own, writes users, units and policies, takes the version into force, waits
until the kiosk answers, and takes the one before back when it does not. On Windows this script does that: a scheduled task starts the
kiosk with the machine, and Edge or Chrome shows it when somebody logs on. The Windows part was written by its makers' documentation and
was not tried on hardware.
The machine needs the ASP.NET Core 10 runtime, and for -Target an SSH server that knows your key.
.PARAMETER Target
Debian or Raspberry Pi OS machine, as user@host; the user may use sudo.
.PARAMETER Local
This machine.
.PARAMETER Output
Only publish, into a folder below this one.
.PARAMETER Rollback
Go back to the version before, on -Target or -Local.
.PARAMETER Name
Name of the machine; tablets find it as NAME.local.
.PARAMETER Setting
Settings of the kiosk, as in docs/settings.md: 'Kiosk:Printer=escpos:/dev/kiosk-printer'. Others stay as they are.
.PARAMETER Runtime
Kind of machine to compile ahead for, with -Output: linux-arm64 (Raspberry Pi), linux-x64, win-x64. Left out, the result runs anywhere.
.EXAMPLE
./deploy-kiosk.ps1 -Target pi@raspberrypi.local -Name kiosk -Setting 'Kiosk:Printer=escpos:/dev/kiosk-printer'
.EXAMPLE
./deploy-kiosk.ps1 -Target pi@kiosk.local -Rollback
.EXAMPLE
./deploy-kiosk.ps1 -Local -WhatIf
#>
[CmdletBinding(SupportsShouldProcess, DefaultParameterSetName = 'Output')]
param(
    [Parameter(Mandatory, ParameterSetName = 'Target')] [ValidatePattern('^[^@\s-][^@\s]*@[^@\s]+$')] [string] $Target,
    [Parameter(Mandatory, ParameterSetName = 'Local')] [switch] $Local,
    [Parameter(ParameterSetName = 'Output')] [string] $Output = (Join-Path $PSScriptRoot 'publish'),
    [Parameter(ParameterSetName = 'Output')] [ValidateSet('', 'linux-arm64', 'linux-x64', 'win-x64')] [string] $Runtime = '',
    [Parameter(ParameterSetName = 'Target')] [Parameter(ParameterSetName = 'Local')] [switch] $Rollback,
    [Parameter(ParameterSetName = 'Target')] [Parameter(ParameterSetName = 'Local')] [ValidatePattern('^([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?)?$')] [string] $Name = '',
    [Parameter(ParameterSetName = 'Target')] [Parameter(ParameterSetName = 'Local')] [ValidatePattern('^Kiosk:[A-Za-z]+=[^''"`$\\]*$')] [string[]] $Setting = @()
)

Set-StrictMode -Version Latest
$ErrorActionPreference = 'Stop'

$onWindows = [Environment]::OSVersion.Platform -eq 'Win32NT' # Windows PowerShell 5.1 has no $IsWindows

function Invoke-Checked([string] $What, [string] $Program, [string[]] $Arguments) {
    & $Program @Arguments
    if ($LASTEXITCODE -ne 0) {
        throw "$What failed ($Program ended with $LASTEXITCODE)."
    }
}

function Publish-Kiosk([string] $Folder, [string] $For) {
    $project = Join-Path (Join-Path $PSScriptRoot 'Kiosk.App') 'Kiosk.App.csproj'
    $arguments = @('publish', $project, '--configuration', 'Release', '--output', $Folder)
    if ($For) {
        # A lock file of its own: the one in the repository holds for every machine.
        $arguments += @('--runtime', $For, '--self-contained', 'false', '-p:PublishReadyToRun=true',
            '-p:NuGetLockFilePath=obj/publish.packages.lock.json', '-p:RestoreLockedMode=false')
    }
    Invoke-Checked 'Publishing' 'dotnet' $arguments | Out-Host
}

# A folder named after the version and the moment, so that no two are the same.
function Get-VersionName {
    [xml] $properties = Get-Content (Join-Path $PSScriptRoot 'Directory.Build.props')
    'kiosk-{0}-{1:yyyyMMdd-HHmmss}' -f $properties.SelectSingleNode('//Version').InnerText, (Get-Date).ToUniversalTime()
}

# What "setup" is asked; every word is checked above, so that none means something to a shell.
function Get-SetupWords {
    $words = @('setup')
    if ($Rollback) { $words += '--rollback' }
    if ($Name) { $words += @('--name', $Name) }
    $words + @($Setting | ForEach-Object { "'--$_'" })
}

function Publish-ToTarget {
    if (-not $PSCmdlet.ShouldProcess($Target, 'Set up the kiosk')) { return }
    if ($Rollback) {
        Invoke-Checked 'Going back' 'ssh' @('-t', $Target, 'sudo dotnet /opt/kiosk/current/Kiosk.App.dll setup --rollback')
        return
    }

    $machine = & ssh $Target 'command -v dotnet >/dev/null && uname -m'
    if ($LASTEXITCODE -ne 0) {
        throw "$Target cannot be reached with a key, or has no .NET: try 'ssh $Target dotnet --list-runtimes'. README.md says how to install it."
    }

    $kinds = @{ aarch64 = 'linux-arm64'; x86_64 = 'linux-x64' }
    $kind = $kinds["$machine".Trim()]
    if (-not $kind) {
        throw "$Target is a machine of kind $machine; the kiosk runs on 64-bit ARM (aarch64) and 64-bit PC (x86_64)."
    }

    $version = Get-VersionName
    $folder = Join-Path ([IO.Path]::GetTempPath()) $version
    try {
        Publish-Kiosk $folder $kind
        Invoke-Checked 'Copying' 'scp' @('-r', '-q', $folder, "${Target}:$version")
        Invoke-Checked 'Setting up' 'ssh' @('-t', $Target, "sudo dotnet ~/$version/Kiosk.App.dll $((Get-SetupWords) -join ' '); ended=`$?; rm -rf ~/$version; exit `$ended")
    }
    finally {
        Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
    }
}

function Publish-ToThisLinux {
    if (-not $PSCmdlet.ShouldProcess('this machine', 'Set up the kiosk')) { return }
    $folder = Join-Path ([IO.Path]::GetTempPath()) (Get-VersionName)
    try {
        Publish-Kiosk $folder ''
        Invoke-Checked 'Setting up' 'sudo' (@('dotnet', (Join-Path $folder 'Kiosk.App.dll')) + @(Get-SetupWords | ForEach-Object { $_.Trim("'") }))
    }
    finally {
        Remove-Item $folder -Recurse -Force -ErrorAction SilentlyContinue
    }
}

# Windows: versions below Program Files, a junction to the one in force, data below ProgramData.
$programs = if ($onWindows) { Join-Path $env:ProgramFiles 'Kiosk' } else { '' }

function Get-Version([string] $Link) {
    $item = Get-Item (Join-Path $programs $Link) -ErrorAction SilentlyContinue
    if ($item) { @($item.Target)[0] }
}

function Set-Version([string] $Link, [string] $Folder) {
    $path = Join-Path $programs $Link
    if (Test-Path $path) { (Get-Item $path).Delete() }
    New-Item -ItemType Junction -Path $path -Target $Folder | Out-Null
}

function Test-Kiosk {
    foreach ($try in 1..60) {
        try {
            if ((Invoke-WebRequest 'http://127.0.0.1:5080/health' -UseBasicParsing -TimeoutSec 5).StatusCode -eq 200) { return $true }
        }
        catch {
            Start-Sleep -Seconds 1
        }
    }
    $false
}

function Start-Version([string] $Folder) {
    Stop-ScheduledTask -TaskName 'Kiosk' -ErrorAction SilentlyContinue
    Set-Version 'current' $Folder
    Start-ScheduledTask -TaskName 'Kiosk'
    Test-Kiosk
}

# As LOCAL SERVICE, which may do little, and again whenever it ends.
function Register-Kiosk {
    $data = Join-Path $env:ProgramData 'Kiosk'
    New-Item -ItemType Directory -Path $data -Force | Out-Null
    Invoke-Checked 'Shutting the data folder' 'icacls' @($data, '/inheritance:r', '/grant', '*S-1-5-19:(OI)(CI)F', '*S-1-5-32-544:(OI)(CI)F') | Out-Null
    foreach ($one in $Setting) {
        $name, $value = $one -split '=', 2
        [Environment]::SetEnvironmentVariable($name.Replace(':', '__'), $value, 'Machine')
    }
    $action = New-ScheduledTaskAction -Execute (Get-Command dotnet).Source -WorkingDirectory $data `
        -Argument "`"$(Join-Path $programs 'current\Kiosk.App.dll')`" --no-open --keep-going `"--Kiosk:Data=$data`""
    $again = New-ScheduledTaskSettingsSet -RestartCount 999 -RestartInterval (New-TimeSpan -Minutes 1) -ExecutionTimeLimit ([TimeSpan]::Zero) -AllowStartIfOnBatteries
    Register-ScheduledTask -TaskName 'Kiosk' -Action $action -Settings $again -Force `
        -Trigger (New-ScheduledTaskTrigger -AtStartup) -Principal (New-ScheduledTaskPrincipal -UserId 'S-1-5-19' -LogonType ServiceAccount) | Out-Null
}

# Edge is there on every Windows; Chrome comes first where somebody installed it.
function Register-Screen {
    $chrome = Join-Path $env:ProgramFiles 'Google\Chrome\Application\chrome.exe'
    $edge = Join-Path ${env:ProgramFiles(x86)} 'Microsoft\Edge\Application\msedge.exe'
    $private = if (Test-Path $chrome) { '--incognito' } else { '--edge-kiosk-type=fullscreen --inprivate' }
    $link = (New-Object -ComObject WScript.Shell).CreateShortcut((Join-Path ([Environment]::GetFolderPath('CommonStartup')) 'Kiosk.lnk'))
    $link.TargetPath = if (Test-Path $chrome) { $chrome } else { $edge }
    $link.Arguments = "--kiosk http://127.0.0.1:5080/ $private --no-first-run --disable-pinch --overscroll-history-navigation=0"
    $link.Save()
}

function Publish-ToThisWindows {
    if (-not $PSCmdlet.ShouldProcess('this machine', 'Set up the kiosk')) { return }
    $before = Get-Version 'current'
    if ($Rollback) {
        $back = Get-Version 'previous'
        if (-not $back) { throw 'There is no version to go back to: this is the first one on this machine.' }
        Set-Version 'previous' $before
        if (-not (Start-Version $back)) { throw 'The version before does not answer either; look into the Task Scheduler.' }
        return
    }

    $folder = Join-Path (Join-Path $programs 'versions') (Get-VersionName)
    Publish-Kiosk $folder 'win-x64'
    Register-Kiosk
    Register-Screen
    if (-not (Start-Version $folder)) {
        if ($before) { Start-Version $before | Out-Null }
        throw "The new version does not answer; $(if ($before) { 'the one before is back' } else { 'look into the Task Scheduler' })."
    }
    if ($before) { Set-Version 'previous' $before }
}

switch ($PSCmdlet.ParameterSetName) {
    'Target' { Publish-ToTarget }
    'Local' { if ($onWindows) { Publish-ToThisWindows } else { Publish-ToThisLinux } }
    'Output' {
        $folder = Join-Path $Output (Get-VersionName)
        if ($PSCmdlet.ShouldProcess($folder, 'Publish the kiosk')) {
            Publish-Kiosk $folder $Runtime
            Write-Output "Published to $folder. Start it there with: dotnet Kiosk.App.dll"
        }
    }
}
